--liquibase formatted sql
--changeset latchkey:client-phone-in-order runInTransaction:false
--validCheckSum: ANY

-- A family shares a telephone as it shares a mailbox. The list of those who do is read in its order, as that of an address is.
drop index if exists client_present_by_phone;
create index client_present_by_phone on client (clinic_id, phone, lower(family_name), lower(given_name), id)
  where phone is not null and archived_at is null;
drop index if exists client_archived_by_phone;
create index client_archived_by_phone on client (clinic_id, phone, lower(family_name), lower(given_name), id)
  where phone is not null and archived_at is not null;
