--liquibase formatted sql
--changeset latchkey:login-request-asked runInTransaction:false

-- Old requests are told by their time: their ids are nothing but random.
drop index if exists login_request_asked;
create index login_request_asked on login_request (asked_at);
