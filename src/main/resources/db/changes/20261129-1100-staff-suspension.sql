--liquibase formatted sql
--changeset latchkey:staff-suspension

-- A member who has left. Who only is invited has nothing yet that could be taken away.
alter table staff_member
  add column suspended_at timestamptz,
  add constraint staff_member_suspended_after_joining check (suspended_at is null or password_hash is not null);
