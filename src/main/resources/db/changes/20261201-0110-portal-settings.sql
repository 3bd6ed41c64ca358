--liquibase formatted sql
--changeset latchkey:portal-settings splitStatements:true endDelimiter:;;

-- A portal that is off, and sections that the clinic does not show.
alter table clinic
  add column portal_off_at       timestamptz,
  add column portal_message      text    constraint clinic_portal_message_visible check (is_text(portal_message)),
  add column portal_appointments boolean not null default true,
  add column portal_invoices     boolean not null default true,
  add column portal_files        boolean not null default true;;

create function portal_is_on(clinic_id uuid) returns boolean language sql stable set search_path = pg_catalog, public, pg_temp as
  'select portal_off_at is null from clinic where id = $1';;
