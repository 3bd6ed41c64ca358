--liquibase formatted sql
--changeset latchkey:audit-event splitStatements:true endDelimiter:;;

-- Codes, ids and keyed hashes: there is no column that could hold a secret, a name or an address. Client, session and link are named
-- without a foreign key, which would lock their rows, and outlive them.
create table audit_event (
  id            uuid        primary key,
  clinic_id     uuid        references clinic,
  -- Events of no clinic have a chain of their own, under the id that is nobody's (RFC 9562, 5.9).
  chain         uuid        not null generated always as (coalesce(clinic_id, '00000000-0000-0000-0000-000000000000')) stored,
  happened_at   timestamptz not null,
  act           text        not null check (act ~ '^[A-Z]+(_[A-Z]+)*$'),
  actor_kind    text        not null check (actor_kind in ('VISITOR', 'CLIENT', 'STAFF', 'OPERATOR', 'SYSTEM')),
  actor_id      uuid,
  client_id     uuid,
  session_id    uuid,
  login_link_id uuid,
  reason        text        check (reason ~ '^[a-z]+(-[a-z]+)*$'),
  request_id    text        check (request_id ~ '^[A-Za-z0-9._:-]{1,64}$'),
  ip_hash       bytea       check (octet_length(ip_hash) = 32),
  address_hash  bytea       check (octet_length(address_hash) = 32),
  check ((actor_kind in ('CLIENT', 'STAFF')) = (actor_id is not null))
);;

create unique index audit_event_of_chain on audit_event (chain, id);;

create function audit_stands() returns trigger language plpgsql as $$
begin
  raise exception 'what the audit trail says stands';
end
$$;;

create trigger audit_event_stands before update or delete or truncate on audit_event
  for each statement execute function audit_stands();;
