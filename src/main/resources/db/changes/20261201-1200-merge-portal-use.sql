--liquibase formatted sql
--changeset latchkey:merge-portal-use splitStatements:true endDelimiter:;;

-- A person whose records were merged has come as far into the portal as either of them. What was known of the surviving one alone stands beside
-- the merge: when that is undone, a client who was never invited is one of those again.
alter table client_merge
  add column if not exists invited_before timestamptz,
  add column if not exists signed_in_before timestamptz;;

create or replace trigger client_merge_stands before update on client_merge for each row
  when ((old.id, old.clinic_id, old.surviving_id, old.merged_id, old.merged_by, old.merged_at, old.archived_before,
         old.invited_before, old.signed_in_before)
          is distinct from (new.id, new.clinic_id, new.surviving_id, new.merged_id, new.merged_by, new.merged_at, new.archived_before,
                            new.invited_before, new.signed_in_before)
        or old.moved <> '{}' and new.moved is distinct from old.moved
        or old.undone_at is not null and new.undone_at is distinct from old.undone_at)
  execute function stands('a merge is made once, and undone once');;

-- Both write after the clients are locked, and after their mailboxes, as all who write this table do.
create or replace function client_portal_use_merged() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  asking constant text := coalesce(current_setting('latchkey.clinic', true), '');
begin
  perform set_config('latchkey.clinic', '*', true);
  select invited_at, signed_in_at into new.invited_before, new.signed_in_before
    from client_portal_use where clinic_id = new.clinic_id and client_id = new.surviving_id for no key update;
  update client_portal_use kept
     set invited_at = greatest(kept.invited_at, gone.invited_at), signed_in_at = greatest(kept.signed_in_at, gone.signed_in_at)
    from client_portal_use gone
   where kept.clinic_id = new.clinic_id and kept.client_id = new.surviving_id
     and gone.clinic_id = new.clinic_id and gone.client_id = new.merged_id;
  perform set_config('latchkey.clinic', asking, true);
  return new;
end
$$;;

-- What came since the merge is later than all that the merged one did, and stays.
create or replace function client_portal_use_separated() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  asking constant text := coalesce(current_setting('latchkey.clinic', true), '');
begin
  perform set_config('latchkey.clinic', '*', true);
  update client_portal_use kept
     set invited_at = case when kept.invited_at = gone.invited_at then new.invited_before else kept.invited_at end,
         signed_in_at = case when kept.signed_in_at = gone.signed_in_at then new.signed_in_before else kept.signed_in_at end
    from client_portal_use gone
   where kept.clinic_id = new.clinic_id and kept.client_id = new.surviving_id
     and gone.clinic_id = new.clinic_id and gone.client_id = new.merged_id;
  perform set_config('latchkey.clinic', asking, true);
  return null;
end
$$;;

create or replace trigger client_portal_use_merged before insert on client_merge for each row execute function client_portal_use_merged();;
create or replace trigger client_portal_use_separated after update on client_merge for each row
  when (old.undone_at is null and new.undone_at is not null) execute function client_portal_use_separated();;
