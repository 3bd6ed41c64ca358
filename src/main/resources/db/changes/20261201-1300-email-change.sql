--liquibase formatted sql
--changeset latchkey:email-change runInTransaction:false splitStatements:true endDelimiter:;;

-- An e-mail that a client was asked to confirm. It counts when they have, and if their record still has the address, or none, that it replaces.
create table if not exists email_change (
  id           uuid        primary key,
  clinic_id    uuid        not null references clinic,
  client_id    uuid        not null,
  email        text        not null,
  replaces     text,
  token_hash   bytea       not null unique,
  requested_by uuid        not null,
  requested_at timestamptz not null,
  expires_at   timestamptz not null,
  letter_id    uuid        not null,
  confirmed_at timestamptz,
  cancelled_at timestamptz,
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, requested_by) references staff_member (clinic_id, id),
  check (expires_at > requested_at and expires_at <= requested_at + interval '24 hours'),
  check (num_nonnulls(confirmed_at, cancelled_at) <= 1)
);;

create index if not exists email_change_of_client on email_change (clinic_id, client_id);;
create index if not exists email_change_by_member on email_change (clinic_id, requested_by);;
-- A client has one to confirm at a time.
create unique index if not exists email_change_open on email_change (clinic_id, client_id) where confirmed_at is null and cancelled_at is null;;

drop policy if exists callers_own on email_change;;
create policy callers_own on email_change using (
  (select shows_everything()) or clinic_id = (select shown_clinic()) and (select shown_to_staff()));;
alter table email_change enable row level security, force row level security;;

create or replace trigger email_change_stands before update on email_change for each row
  when ((old.id, old.clinic_id, old.client_id, old.email, old.replaces, old.token_hash, old.requested_by, old.requested_at, old.expires_at,
         old.letter_id)
          is distinct from (new.id, new.clinic_id, new.client_id, new.email, new.replaces, new.token_hash, new.requested_by, new.requested_at,
         new.expires_at, new.letter_id)
        or old.confirmed_at is not null and new.confirmed_at is distinct from old.confirmed_at
        or old.confirmed_at is null and new.confirmed_at is not null and clock_timestamp() > old.expires_at + interval '10 seconds'
        or old.cancelled_at is not null and new.cancelled_at is distinct from old.cancelled_at)
  execute function stands('an e-mail is confirmed or cancelled once, and for ever');;
