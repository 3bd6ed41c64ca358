--liquibase formatted sql
--changeset latchkey:login-request-reason runInTransaction:false splitStatements:true endDelimiter:;;

-- Why a request got no letter, for the clinic's desk. Nodes of the version before leave it out.
alter table login_request
  add column if not exists suppressed_because text;;
alter table login_request drop constraint if exists login_request_suppressed_because,
  add constraint login_request_suppressed_because check (suppressed_because ~ '^[a-z-]{1,60}$') not valid;;
alter table login_request validate constraint login_request_suppressed_because;;
