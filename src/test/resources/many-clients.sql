-- Into the clinic that is there: 100,000 clients with an appointment, an invoice, a file and a spent link each, and a thousand more of
-- each for the busy one; a thousand places, practitioners, services and staff; and a thousand other clinics.
set session_replication_role = replica;
set synchronous_commit = off;
set maintenance_work_mem = '512MB';

-- What would be judged and sorted row by row is right as it is written here.
create temporary table rule as
  select conrelid::regclass as whose, conname as name, replace(pg_get_constraintdef(oid), ' NOT VALID', '') as says
    from pg_constraint where contype = 'c' and pg_get_constraintdef(oid) ~ 'is_(line|text)\(';
do $$ declare one rule; begin
  for one in select * from rule loop
    execute format('alter table %s drop constraint %I', one.whose, one.name);
  end loop;
end $$;
alter table client disable trigger client_added;
alter table client_name_start drop constraint client_name_start_pkey;

create function of_kind(kind integer, n integer) returns uuid language sql immutable as $$
  select ('01900000-' || lpad(to_hex(kind), 4, '0') || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid
$$;
create function the_clinic() returns uuid language sql stable as $$ select id from clinic where slug = 'riverside-physio' $$;

insert into clinic (id, slug, name, time_zone, currency, created_at)
  select of_kind(1, n), 'clinic-' || n, 'Clinic ' || n, 'Europe/Berlin', 'EUR', now() from generate_series(1, 1000) n;
insert into location (id, clinic_id, name, address, time_zone, created_at, version)
  select of_kind(2, n), (select the_clinic()), 'Riverside ' || n, '1 Quay Street', 'Europe/Berlin', now(), 0 from generate_series(0, 999) n;
insert into practitioner (id, clinic_id, display_name, created_at, version)
  select of_kind(3, n), (select the_clinic()), 'Dr Park ' || n, now(), 0 from generate_series(0, 999) n;
insert into service (id, clinic_id, name, duration_minutes, created_at, version)
  select of_kind(4, n), (select the_clinic()), 'Consultation ' || n, 45, now(), 0 from generate_series(0, 999) n;
insert into staff_member (id, clinic_id, display_name, email, address_key, role, created_at)
  select of_kind(5, n), (select the_clinic()), 'Staff ' || n, 'staff-' || n || '@example.org', 'staff-' || n || '@example.org', 'RECEPTIONIST', now()
    from generate_series(0, 999) n;

insert into client (id, clinic_id, given_name, family_name, email, address_key, phone, archived_at, created_at, version)
  select of_kind(6, n), (select the_clinic()), 'Given' || n % 97, 'Family' || n % 1009, 'client-' || n || '@example.org', 'client-' || n || '@example.org',
         '+4930' || 10000000 + n, case when n % 50 = 49 then now() end, now(), 0
    from generate_series(0, 99999) n;

insert into client_name_start (clinic_id, archived, start, family_name, given_name, client_id)
  select clinic_id, archived_at is not null, start, lower(family_name), lower(given_name), id
    from client, unnest(array [family_name, given_name]) part
    join (select word, start from (select family_name as word from client union select given_name from client) words, name_starts(word) start) begun
      on word = part;
alter table client_name_start add primary key (clinic_id, archived, start, family_name, given_name, client_id);
alter table client enable always trigger client_added;

create temporary table act as
  select n, n % 100000 as whose, n % 1000 as nth from generate_series(0, 99999) n
  union all select 100000 + n, 0, n from generate_series(0, 999) n;

insert into appointment (id, clinic_id, client_id, location_id, practitioner_id, service_id, starts_at, ends_at, status, confirmed, created_at, version)
  select of_kind(7, n), (select the_clinic()), of_kind(6, whose), of_kind(2, nth), of_kind(3, nth), of_kind(4, nth),
         day, day + interval '45 minutes', 'PENDING', true, now(), 0
    from act, lateral (select date_trunc('day', now()) + (nth - 500) * interval '1 day' as day) d;
insert into invoice (id, clinic_id, client_id, status, number, issued_on, due_on, currency, total, tax_total, paid, created_at, version)
  select of_kind(8, n), (select the_clinic()), of_kind(6, whose), 'OPEN', n + 1, current_date - nth, current_date - nth + 14, 'EUR', 119, 19, 0, now(), 0 from act;
insert into invoice_line (invoice_id, position, clinic_id, description, quantity, unit_price, tax_rate, net, tax)
  select of_kind(8, n), 0, (select the_clinic()), 'Consultation', 1, 100, 19, 100, 19 from act;
insert into document (id, clinic_id, client_id, origin, name, media_type, size, sha256, vault_key, uploaded_by, uploaded_at, shared_at, version)
  select of_kind(9, n), (select the_clinic()), of_kind(6, whose), 'CLINIC', 'file.pdf', 'application/pdf', 1, sha256('1'), md5(n::text), of_kind(5, nth), now(),
         now() - nth * interval '1 hour', 0
    from act;
insert into letter (id, clinic_id, kind, recipient, status, queued_at, sent_at, attempts)
  select of_kind(10, n), (select the_clinic()), 'login-link', 'client-' || whose || '@example.org', 'sent', now(), now(), 1 from act;
insert into login_link (id, clinic_id, address_key, token_hash, minted_at, expires_at, redeemed_at, letter_id, ordered_for, ordered_by)
  select of_kind(11, n), (select the_clinic()), 'client-' || whose || '@example.org', sha256(n::text::bytea), now(), now() + interval '15 minutes',
         case when n < 100001 then null else now() end, of_kind(10, n), case when n % 2 = 0 then of_kind(6, whose) end,
         case when n % 2 = 0 then of_kind(5, nth) end
    from act where n <> 0;
insert into session (id, clinic_id, client_id, login_link_id, address_key, opened_at, ends_at, refresh_seed, refreshed_at)
  select of_kind(12, n), (select the_clinic()), of_kind(6, whose), of_kind(11, n), 'client-' || whose || '@example.org', now(), now() + interval '12 hours',
         repeat('0', 43), now()
    from act where n not in (0, 100000);
update client_portal_use
   set invited_at = case when right(client_id::text, 1) < 'a' then now() end, signed_in_at = case when right(client_id::text, 1) < '5' then now() end;
-- They have the ids of clients, by which a path is asked.
insert into login_link_batch (id, clinic_id, started_by, started_at, given_up_at, clients, letters, waiting, sent, left_out, cancelled, ended_at)
  select of_kind(6, n), (select the_clinic()), of_kind(5, n), now(), now(), 100, 50, 0, 50, 50, 0, now() from generate_series(0, 999) n;
insert into login_link_batch_recipient (id, clinic_id, batch_id, client_id, address_key, status, reason, carries)
  select of_kind(14, n), (select the_clinic()), of_kind(6, case when n < 1000 then 0 else n % 1000 end), of_kind(6, n), 'client-' || n || '@example.org',
         case when n % 2 = 0 then 'sent' else 'left-out' end, case when n % 2 = 1 then 'archived' end, n % 2 = 0
    from generate_series(0, 99999) n;
insert into audit_event (id, clinic_id, happened_at, act, actor_kind)
  select of_kind(13, n), case when n % 2 = 0 then (select the_clinic()) end, now(), 'LOGIN_LINK_REJECTED', 'VISITOR' from act;

do $$ declare one rule; begin
  for one in select * from rule loop
    execute format('alter table %s add constraint %I %s not valid', one.whose, one.name, one.says);
  end loop;
end $$;
reset session_replication_role;
analyze;
