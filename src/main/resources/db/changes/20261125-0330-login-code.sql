--liquibase formatted sql
--changeset latchkey:login-code

-- A letter's code works where the link was asked for. Its tries are counted at the request, which is there for every address: a wrong
-- code then writes the same, and takes as long, whether anybody is known there or not.
alter table login_request
  add column code_tries integer not null default 0 check (code_tries between 0 and 5);

alter table login_link
  add column request_id uuid unique references login_request,
  add column code_hash  bytea,
  add check ((request_id is null) = (code_hash is null));
