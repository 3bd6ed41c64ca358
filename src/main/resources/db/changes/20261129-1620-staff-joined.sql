--liquibase formatted sql
--changeset latchkey:staff-joined runInTransaction:false

-- Who signs in is looked up here, also among those who were suspended.
drop index if exists staff_member_joined;
create index staff_member_joined on staff_member (address_key) where password_hash is not null;
