--liquibase formatted sql
--changeset latchkey:login-request-reason

-- Why a request got no letter, for the clinic's desk. Nodes of the version before leave it out.
alter table login_request
  add column suppressed_because text constraint login_request_suppressed_because check (suppressed_because ~ '^[a-z-]{1,60}$');
