--liquibase formatted sql
--changeset latchkey:staff-address

-- Whoever signs in is found by the address alone, so one address signs in to one clinic. An invitation claims nothing: neither may it
-- keep somebody from being invited by another clinic, nor tell one clinic who works at another.
create unique index staff_member_signs_in on staff_member (address_key) where password_hash is not null;
create unique index staff_member_address_key on staff_member (clinic_id, address_key);
alter table staff_member drop constraint staff_member_address_key_key;
