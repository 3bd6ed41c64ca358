--liquibase formatted sql
--changeset latchkey:location-picture runInTransaction:false splitStatements:true endDelimiter:;;

-- What a location shows of itself to anyone: pictures that we wrote ourselves, one of each kind.
create table if not exists location_picture (
  clinic_id   uuid        not null references clinic,
  location_id uuid        not null,
  kind        text        not null check (kind in ('LOGO', 'IMAGE')),
  media_type  text        not null check (media_type in ('image/png', 'image/jpeg')),
  bytes       bytea       not null check (octet_length(bytes) between 1 and 524288),
  sha256      bytea       not null,
  changed_at  timestamptz not null,
  primary key (clinic_id, location_id, kind),
  foreign key (clinic_id, location_id) references location (clinic_id, id),
  constraint location_picture_hashed check (sha256 = sha256(bytes))
);;

-- They are compressed already.
alter table location_picture alter column bytes set storage external;;

drop policy if exists callers_own on location_picture;;
create policy callers_own on location_picture using (
  (select shows_everything()) or clinic_id = (select shown_clinic()))
  with check ((select shows_everything()) or clinic_id = (select shown_clinic()) and (select shown_to_staff()));;
alter table location_picture enable row level security, force row level security;;
