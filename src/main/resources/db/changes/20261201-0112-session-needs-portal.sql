--liquibase formatted sql
--changeset latchkey:session-needs-portal splitStatements:true endDelimiter:;;

-- No session opens at a portal that is off, nor of a client who is let in no more; nodes of the version before, which do not ask, are told so
-- here. Who switches a portal off holds the clinic's row "for no key update", which "for share" waits for, and a foreign key does not: so a
-- sign-in at the same moment is over before, and its session ends with the others, or it waits and is refused. It may try again, and learns why.
create function session_needs_portal() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform from clinic where id = new.clinic_id and portal_off_at is null for share;
  if not found or exists (select from client where clinic_id = new.clinic_id and id = new.client_id and portal_off_at is not null) then
    raise exception 'the portal is off' using errcode = 'serialization_failure';
  end if;
  return new;
end
$$;;

create trigger session_needs_portal before insert on session
  for each row when (new.client_id is not null) execute function session_needs_portal();;
