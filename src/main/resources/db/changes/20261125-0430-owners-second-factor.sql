--liquibase formatted sql
--changeset latchkey:owners-second-factor

alter table clinic
  add column owners_need_second_factor boolean not null default false;

-- While it is true, all that the session is good for is to enrol a second factor.
alter table session
  add column enrolling boolean not null default false,
  add check (not enrolling or staff_member_id is not null);
