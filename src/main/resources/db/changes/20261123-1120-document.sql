--liquibase formatted sql
--changeset latchkey:document

create table document (
  id          uuid        primary key,
  clinic_id   uuid        not null references clinic,
  client_id   uuid        not null,
  origin      text        not null check (origin in ('CLINIC', 'CLIENT')),
  name        text        not null check (char_length(name) between 1 and 255),
  media_type  text        not null,
  size        bigint      not null check (size between 1 and 104857600),
  sha256      bytea       not null check (octet_length(sha256) = 32),
  vault_key   text        not null unique check (vault_key ~ '^[0-9a-f]{32}$'),
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  shared_at   timestamptz,
  version     bigint      not null,
  unique (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, uploaded_by) references staff_member (clinic_id, id),
  check ((origin = 'CLINIC') = (uploaded_by is not null)),
  -- What the client brought, the client sees.
  check (origin = 'CLINIC' or shared_at is not null)
);

create index document_of_client on document (clinic_id, client_id, id);
create index document_visible_to_client on document (clinic_id, client_id, shared_at, id) where shared_at is not null;
