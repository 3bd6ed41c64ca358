--liquibase formatted sql
--changeset latchkey:clinic

create table clinic (
  id          uuid        primary key,
  slug        text        not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{1,61})[a-z0-9]$'),
  name        text        not null,
  time_zone   text        not null,
  currency    text        not null check (currency ~ '^[A-Z]{3}$'),
  booking_url text        check (booking_url like 'https://%'),
  created_at  timestamptz not null
);

create table location (
  id         uuid        primary key,
  clinic_id  uuid        not null references clinic,
  name       text        not null,
  address    text,
  time_zone  text        not null,
  created_at timestamptz not null,
  version    bigint      not null,
  unique (clinic_id, id)
);

create table practitioner (
  id           uuid        primary key,
  clinic_id    uuid        not null references clinic,
  display_name text        not null,
  created_at   timestamptz not null,
  version      bigint      not null,
  unique (clinic_id, id)
);

create table service (
  id               uuid        primary key,
  clinic_id        uuid        not null references clinic,
  name             text        not null,
  duration_minutes integer     not null check (duration_minutes between 5 and 1440),
  created_at       timestamptz not null,
  version          bigint      not null,
  unique (clinic_id, id)
);

create index location_by_name on location (clinic_id, lower(name), id);
create index practitioner_by_name on practitioner (clinic_id, lower(display_name), id);
create index service_by_name on service (clinic_id, lower(name), id);
