--liquibase formatted sql
--changeset latchkey:staff-signs-in-now runInTransaction:false

-- The address of a member who was suspended is free to sign in at another clinic. Once more from the start if it was broken off;
-- "concurrently" would wait for the nodes that wait for this one to have migrated.
drop index if exists staff_member_signs_in_now;
create unique index staff_member_signs_in_now on staff_member (address_key) where password_hash is not null and suspended_at is null;
drop index if exists staff_member_signs_in;
