--liquibase formatted sql
--changeset latchkey:client-lists-by-archival runInTransaction:false
--validCheckSum: ANY

-- The list of those who are there must not read past all who were archived, nor the other way round.
drop index if exists client_present_by_name;
create index client_present_by_name on client (clinic_id, lower(family_name), lower(given_name), id) where archived_at is null;
drop index if exists client_archived_by_name;
create index client_archived_by_name on client (clinic_id, lower(family_name), lower(given_name), id) where archived_at is not null;
drop index if exists client_by_name;

drop index if exists client_present_by_address;
create index client_present_by_address on client (clinic_id, address_key, lower(family_name), lower(given_name), id)
  where address_key is not null and archived_at is null;
drop index if exists client_archived_by_address;
create index client_archived_by_address on client (clinic_id, address_key, lower(family_name), lower(given_name), id)
  where address_key is not null and archived_at is not null;
drop index if exists client_by_address;
