--liquibase formatted sql
--changeset latchkey:clinic-keeps-an-owner splitStatements:true endDelimiter:;;

-- Who can act as an owner is a member with that role and a password who is not suspended. A clinic that has one always has one: of two
-- changes at once the second waits for the clinic's row, and then sees what the first one did.
create function clinic_keeps_an_owner() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform from clinic where id = old.clinic_id for no key update;
  if not exists (select from staff_member
                  where clinic_id = old.clinic_id and role = 'OWNER' and password_hash is not null and suspended_at is null) then
    raise exception 'a clinic keeps an owner' using errcode = 'check_violation';
  end if;
  return null;
end
$$;;

create trigger clinic_keeps_an_owner_who_changes after update of clinic_id, role, password_hash, suspended_at on staff_member
  for each row
  when (old.role = 'OWNER' and old.password_hash is not null and old.suspended_at is null
        and (new.role <> 'OWNER' or new.password_hash is null or new.suspended_at is not null or new.clinic_id <> old.clinic_id))
  execute function clinic_keeps_an_owner();;

create trigger clinic_keeps_an_owner_who_goes after delete on staff_member
  for each row
  when (old.role = 'OWNER' and old.password_hash is not null and old.suspended_at is null)
  execute function clinic_keeps_an_owner();;
