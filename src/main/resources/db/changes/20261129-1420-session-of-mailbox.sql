--liquibase formatted sql
--changeset latchkey:session-of-mailbox runInTransaction:false

drop index if exists session_of_mailbox;
create index session_of_mailbox on session (clinic_id, address_key, id) where address_key is not null and ended_at is null;
