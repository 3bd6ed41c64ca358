--liquibase formatted sql
--changeset latchkey:signing-key

create table signing_key (
  kid        text        primary key,
  sealed_jwk bytea       not null,
  created_at timestamptz not null
);
