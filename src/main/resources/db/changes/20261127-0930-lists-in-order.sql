--liquibase formatted sql
--changeset latchkey:lists-in-order runInTransaction:false
--validCheckSum ANY

-- Each list has an index in its order, so that a page costs what it shows and not what there is. Beside nodes that go on working: each
-- index by itself, without a lock that anybody waits for, and once more from the start if it was broken off.
drop index concurrently if exists session_live;
create index concurrently session_live on session (clinic_id, client_id, id) where client_id is not null and ended_at is null;
drop index concurrently if exists session_of_client;

drop index concurrently if exists client_by_address;
create index concurrently client_by_address on client (clinic_id, address_key, lower(family_name), lower(given_name), id)
  where address_key is not null;
drop index concurrently if exists client_by_address_key;

drop index concurrently if exists login_link_of_address;
create index concurrently login_link_of_address on login_link (clinic_id, address_key, id);
drop index concurrently if exists login_link_of_order;
create index concurrently login_link_of_order on login_link (clinic_id, ordered_for, id) where ordered_for is not null;
drop index concurrently if exists login_link_by_address;

-- Whoever forgets old letters asks which of them a password reset still names.
drop index concurrently if exists staff_password_reset_letter;
create index concurrently staff_password_reset_letter on staff_password_reset (letter_id);
