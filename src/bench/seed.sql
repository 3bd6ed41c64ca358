-- Clinics of 10,000 clients, each with 20 appointments to come and 5 invoices. Names and ids follow from numbers, so that every run sees the same.
-- Inserted where they are made, for nothing is left of COPY when no client has to write the rows; without the triggers, which would check
-- foreign keys and sums of what is right by its making.
\set ON_ERROR_STOP on
set session_replication_role = replica;
set synchronous_commit = off;

create function bench_id(kind integer, n bigint) returns uuid language sql immutable as $$
  select ('01900000-' || lpad(to_hex(kind), 4, '0') || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid
$$;

insert into clinic (id, slug, name, time_zone, currency, created_at)
  select bench_id(1, n), 'clinic-' || n, 'Clinic ' || n, 'Europe/Berlin', 'EUR', now() from generate_series(0, (:clients - 1) / 10000) n;
insert into location (id, clinic_id, name, address, time_zone, created_at, version)
  select bench_id(2, n), bench_id(1, n), 'Riverside', '1 Quay Street', 'Europe/Berlin', now(), 0 from generate_series(0, (:clients - 1) / 10000) n;
insert into practitioner (id, clinic_id, display_name, created_at, version)
  select bench_id(3, n), bench_id(1, n), 'Dr Park', now(), 0 from generate_series(0, (:clients - 1) / 10000) n;
insert into service (id, clinic_id, name, duration_minutes, created_at, version)
  select bench_id(4, n), bench_id(1, n), 'Consultation', 45, now(), 0 from generate_series(0, (:clients - 1) / 10000) n;
insert into staff_member (id, clinic_id, display_name, email, address_key, role, created_at)
  select bench_id(5, n), bench_id(1, n), 'Robin Owner', 'owner-' || n || '@example.org', 'owner-' || n || '@example.org', 'OWNER', now()
    from generate_series(0, (:clients - 1) / 10000) n;

insert into client (id, clinic_id, given_name, family_name, email, address_key, created_at, version)
  select bench_id(6, n), bench_id(1, n / 10000), 'Given' || n % 97, 'Family' || n % 1009, 'client-' || n || '@example.org',
         'client-' || n || '@example.org', now(), 0
    from generate_series(0, :clients - 1) n;

insert into appointment (id, clinic_id, client_id, location_id, practitioner_id, service_id, starts_at, ends_at, status, confirmed, created_at, version)
  select bench_id(7, n * 20 + i), bench_id(1, n / 10000), bench_id(6, n), bench_id(2, n / 10000), bench_id(3, n / 10000), bench_id(4, n / 10000),
         day, day + interval '45 minutes', 'PENDING', i % 2 = 0, now(), 0
    from generate_series(0, :clients - 1) n, generate_series(0, 19) i,
         lateral (select date_trunc('day', now()) + (i + 30) * interval '1 week' + (n % 40) * interval '15 minutes' as day) d;

insert into invoice_counter select bench_id(1, n), 50000 from generate_series(0, (:clients - 1) / 10000) n;
insert into invoice (id, clinic_id, client_id, status, number, issued_on, due_on, currency, total, tax_total, paid, created_at, version)
  select bench_id(8, n * 5 + i), bench_id(1, n / 10000), bench_id(6, n), 'OPEN', n % 10000 * 5 + i + 1, current_date - (i * 30)::integer,
         current_date - (i * 30)::integer + 14, 'EUR', 238, 38, 0, now(), 0
    from generate_series(0, :clients - 1) n, generate_series(0, 4) i;
insert into invoice_line (invoice_id, position, clinic_id, description, quantity, unit_price, tax_rate, net, tax)
  select bench_id(8, n * 5 + i), line, bench_id(1, n / 10000), 'Consultation', 1, 100, 19, 100, 19
    from generate_series(0, :clients - 1) n, generate_series(0, 4) i, generate_series(0, 1) line;

-- For the limit of refreshing, on a day when all of them live.
insert into session (id, clinic_id, client_id, login_link_id, address_key, opened_at, ends_at, refresh_seed, refreshed_at)
  select bench_id(10, n), bench_id(1, 0), bench_id(6, n), bench_id(11, n), 'client-' || n || '@example.org', '2099-01-01', '2099-01-01 12:00', repeat('0', 43), '2099-01-01'
    from generate_series(0, 9999) n;

reset session_replication_role;
vacuum analyze;
