--liquibase formatted sql
--changeset latchkey:signing-key-rotation

-- A key is published some time before it signs, so that whoever keeps our keys knows it by then.
alter table signing_key add column signs_from timestamptz;

update signing_key set signs_from = created_at;

alter table signing_key
  alter column signs_from set not null,
  add check (signs_from >= created_at);
