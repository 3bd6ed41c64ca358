--liquibase formatted sql
--changeset latchkey:lists-in-order

-- Each list has an index in its order, so that a page costs what it shows and not what there is.
create index session_live on session (clinic_id, client_id, id) where client_id is not null and ended_at is null;
drop index session_of_client;

create index client_by_address on client (clinic_id, address_key, lower(family_name), lower(given_name), id) where address_key is not null;
drop index client_by_address_key;

create index login_link_of_address on login_link (clinic_id, address_key, id);
create index login_link_of_order on login_link (clinic_id, ordered_for, id) where ordered_for is not null;
drop index login_link_by_address;

-- Whoever forgets old letters asks which of them a password reset still names.
create index staff_password_reset_letter on staff_password_reset (letter_id);
