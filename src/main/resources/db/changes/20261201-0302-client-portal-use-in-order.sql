--liquibase formatted sql
--changeset latchkey:client-portal-use-in-order runInTransaction:false

-- The list of clients in one state of the portal. Once more from the start if it was broken off.
drop index if exists client_portal_use_in_order;
create index client_portal_use_in_order on client_portal_use (clinic_id, archived, state, family_name, given_name, client_id);
