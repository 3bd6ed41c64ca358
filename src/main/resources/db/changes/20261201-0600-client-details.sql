--liquibase formatted sql
--changeset latchkey:client-details runInTransaction:false splitStatements:true endDelimiter:;;

-- How a client is reached by telephone (E.164), spoken to and written to, and when they were born. Each rule by itself, and compared with what
-- is there afterwards, so that no one waits for it.
alter table client
  add column if not exists phone          text,
  add column if not exists preferred_name text,
  add column if not exists language       text,
  add column if not exists birth_date     date;;
alter table client
  drop constraint if exists client_phone_e164, drop constraint if exists client_preferred_name_visible,
  drop constraint if exists client_language_known, drop constraint if exists client_birth_date_likely,
  add constraint client_phone_e164 check (phone ~ '^[+][1-9][0-9]{3,14}$') not valid,
  add constraint client_preferred_name_visible check (is_line(preferred_name)) not valid,
  add constraint client_language_known check (language in ('en', 'fr', 'de', 'es')) not valid,
  add constraint client_birth_date_likely check (birth_date between '1900-01-01' and '2099-12-31') not valid;;
alter table client validate constraint client_phone_e164, validate constraint client_preferred_name_visible,
  validate constraint client_language_known, validate constraint client_birth_date_likely;;
