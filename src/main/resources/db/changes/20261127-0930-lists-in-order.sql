--liquibase formatted sql
--changeset latchkey:lists-in-order runInTransaction:false
--validCheckSum: ANY

-- Each list has an index in its order, so that a page costs what it shows and not what there is. Beside nodes that go on working: each
-- statement by itself, so that whoever writes waits for one table at a time and nobody for two, and once more from the start if it was
-- broken off. "concurrently" would wait for the nodes that wait for this one to have migrated.
drop index if exists session_live;
create index session_live on session (clinic_id, client_id, id) where client_id is not null and ended_at is null;
drop index if exists session_of_client;

drop index if exists client_by_address;
create index client_by_address on client (clinic_id, address_key, lower(family_name), lower(given_name), id)
  where address_key is not null;
drop index if exists client_by_address_key;

drop index if exists login_link_of_address;
create index login_link_of_address on login_link (clinic_id, address_key, id);
drop index if exists login_link_of_order;
create index login_link_of_order on login_link (clinic_id, ordered_for, id) where ordered_for is not null;
drop index if exists login_link_by_address;

-- Whoever forgets old letters asks which of them a password reset still names.
drop index if exists staff_password_reset_letter;
create index staff_password_reset_letter on staff_password_reset (letter_id);
