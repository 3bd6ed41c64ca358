--liquibase formatted sql
--changeset latchkey:portal-settings splitStatements:true endDelimiter:;;

-- A portal that is off, and sections that a clinic or one client does not have. A client's are never more than the clinic's.
alter table clinic
  add column portal_off_at       timestamptz,
  add column portal_message      text    constraint clinic_portal_message_visible check (is_text(portal_message)),
  add column portal_appointments boolean not null default true,
  add column portal_invoices     boolean not null default true,
  add column portal_files        boolean not null default true;;

alter table client
  add column portal_off_at       timestamptz,
  add column portal_appointments boolean not null default true,
  add column portal_invoices     boolean not null default true,
  add column portal_files        boolean not null default true;;

create function portal_is_on(clinic_id uuid) returns boolean language sql stable set search_path = pg_catalog, public, pg_temp as
  'select portal_off_at is null from clinic where id = $1';;

-- No session opens at a portal that is off. The clinic's row is locked as the foreign key does it a moment later: who switches the portal off
-- holds it for update, so a sign-in at the same moment is over before, and its session ends with the others, or it waits and finds the portal off.
-- It is then told to try again, and learns why.
create function session_needs_portal() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform from clinic where id = new.clinic_id and portal_off_at is null for key share;
  if not found then
    raise exception 'the portal of the clinic is off' using errcode = 'serialization_failure';
  end if;
  return new;
end
$$;;

create trigger session_needs_portal before insert on session
  for each row when (new.client_id is not null) execute function session_needs_portal();;
