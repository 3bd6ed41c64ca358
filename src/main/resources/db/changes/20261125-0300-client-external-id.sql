--liquibase formatted sql
--changeset latchkey:client-external-id

-- A unique key that a foreign key could name makes each change of it lock the row against whoever refers to the client: a link that
-- was being sent and a client that was being changed waited for each other. A partial index does not.
create unique index client_external_id on client (clinic_id, external_id) where external_id is not null;
alter table client drop constraint client_clinic_id_external_id_key;
