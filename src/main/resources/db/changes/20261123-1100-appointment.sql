--liquibase formatted sql
--changeset latchkey:appointment

create table appointment (
  id                uuid        primary key,
  clinic_id         uuid        not null references clinic,
  client_id         uuid        not null,
  location_id       uuid        not null,
  practitioner_id   uuid        not null,
  service_id        uuid        not null,
  starts_at         timestamptz not null check (starts_at >= '2000-01-01T00:00:00Z' and starts_at < '2100-01-01T00:00:00Z'),
  ends_at           timestamptz not null check (ends_at between starts_at + interval '5 minutes' and starts_at + interval '24 hours'),
  status            text        not null check (status in ('PENDING', 'ARRIVED', 'MISSED', 'CANCELLED')),
  confirmed         boolean     not null,
  cancelled_at      timestamptz,
  cancellation_note text,
  created_at        timestamptz not null,
  version           bigint      not null,
  unique (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, location_id) references location (clinic_id, id),
  foreign key (clinic_id, practitioner_id) references practitioner (clinic_id, id),
  foreign key (clinic_id, service_id) references service (clinic_id, id),
  check (extract(epoch from starts_at)::bigint % 60 = 0 and extract(epoch from ends_at)::bigint % 60 = 0),
  check ((status = 'CANCELLED') = (cancelled_at is not null)),
  check (cancellation_note is null or cancelled_at is not null)
);

create index appointment_of_client on appointment (clinic_id, client_id, starts_at, id);
