--liquibase formatted sql
--changeset latchkey:staff-member

create table staff_member (
  id            uuid        primary key,
  clinic_id     uuid        not null references clinic,
  display_name  text        not null,
  email         text        not null,
  address_key   text        not null unique,
  role          text        not null
    check (role in ('OWNER', 'PRACTITIONER_ADMIN', 'PRACTITIONER', 'PRACTICE_MANAGER', 'RECEPTIONIST', 'ACCOUNTANT')),
  password_hash text,
  created_at    timestamptz not null,
  unique (clinic_id, id)
);

create table staff_invitation (
  id              uuid        primary key,
  staff_member_id uuid        not null references staff_member,
  token_hash      bytea       not null unique,
  expires_at      timestamptz not null,
  accepted_at     timestamptz
);

create index staff_invitation_staff_member_id on staff_invitation (staff_member_id);
