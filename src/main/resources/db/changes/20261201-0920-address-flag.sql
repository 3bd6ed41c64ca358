--liquibase formatted sql
--changeset latchkey:address-flag runInTransaction:false splitStatements:true endDelimiter:;;

-- That letters to an address of a clinic come back, since when, and the codes with which the first of them did. It is of the address, and not of a
-- client: who gets another address is rid of it.
create table if not exists address_flag (
  clinic_id   uuid        not null references clinic,
  address_key text        not null,
  since       timestamptz not null,
  code        text        check (code ~ '^([2-5][0-9]{2}( [245][.][0-9]{1,3}[.][0-9]{1,3})?|[245][.][0-9]{1,3}[.][0-9]{1,3})$'),
  primary key (clinic_id, address_key)
);;
create index if not exists address_flag_oldest_first on address_flag (since);;

drop policy if exists callers_own on address_flag;;
create policy callers_own on address_flag using (
  (select shows_everything()) or clinic_id = (select shown_clinic()) and (select shown_to_staff()));;
alter table address_flag enable row level security, force row level security;;

create or replace trigger address_flag_stands before update on address_flag for each row
  execute function stands('an address is flagged once, until it is cleared');;
