-- What GET /v1/appointments asks.
\set n random(0, :clients - 1)
select a.id, a.client_id, a.ends_at, a.location_id, a.practitioner_id, a.service_id, a.starts_at, l.name, l.address, l.time_zone, p.display_name,
       s.name, a.status, a.confirmed, a.cancelled_at, a.cancellation_note, a.created_at
  from appointment a
  join location l on l.clinic_id = a.clinic_id and l.id = a.location_id
  join practitioner p on p.clinic_id = a.clinic_id and p.id = a.practitioner_id
  join service s on s.clinic_id = a.clinic_id and s.id = a.service_id
 where a.clinic_id = bench_id(1, :n / 10000) and a.client_id = bench_id(6, :n) and a.ends_at > now()
   and a.starts_at > now() - interval '1 day'
 order by a.starts_at, a.id fetch first 21 rows only;
