--liquibase formatted sql
--changeset latchkey:client

create table client (
  id          uuid        primary key,
  clinic_id   uuid        not null references clinic,
  given_name  text        not null,
  family_name text        not null,
  email       text,
  address_key text,
  external_id text,
  archived_at timestamptz,
  created_at  timestamptz not null,
  version     bigint      not null,
  unique (clinic_id, id),
  unique (clinic_id, external_id),
  check ((email is null) = (address_key is null))
);

create index client_by_address_key on client (clinic_id, address_key) where address_key is not null;
create index client_by_name on client (clinic_id, lower(family_name), lower(given_name), id);
