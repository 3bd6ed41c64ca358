--liquibase formatted sql
--changeset latchkey:client-merge runInTransaction:false splitStatements:true endDelimiter:;;

-- That one client's records became another's, which they were, and that it was undone. No record is kept twice: a merge is undone by moving back
-- what it moved.
create table if not exists client_merge (
  id              uuid        primary key,
  clinic_id       uuid        not null references clinic,
  surviving_id    uuid        not null,
  merged_id       uuid        not null,
  merged_by       uuid        not null,
  merged_at       timestamptz not null,
  archived_before timestamptz,
  moved           uuid[]      not null default '{}',
  undone_at       timestamptz,
  unique (clinic_id, id),
  foreign key (clinic_id, surviving_id) references client (clinic_id, id),
  foreign key (clinic_id, merged_id) references client (clinic_id, id),
  foreign key (clinic_id, merged_by) references staff_member (clinic_id, id),
  check (surviving_id <> merged_id)
);;

create index if not exists client_merge_of_surviving on client_merge (clinic_id, surviving_id, id);;
create index if not exists client_merge_by_member on client_merge (clinic_id, merged_by);;
create index if not exists client_merge_of_merged on client_merge (clinic_id, merged_id);;
-- Of one at a time.
create unique index if not exists client_merge_stands on client_merge (clinic_id, merged_id) where undone_at is null;;

drop policy if exists callers_own on client_merge;;
create policy callers_own on client_merge using (
  (select shows_everything()) or clinic_id = (select shown_clinic()) and (select shown_to_staff()));;
alter table client_merge enable row level security, force row level security;;

create or replace trigger client_merge_stands before update on client_merge for each row
  when ((old.id, old.clinic_id, old.surviving_id, old.merged_id, old.merged_by, old.merged_at, old.archived_before)
          is distinct from (new.id, new.clinic_id, new.surviving_id, new.merged_id, new.merged_by, new.merged_at, new.archived_before)
        or old.moved <> '{}' and new.moved is distinct from old.moved
        or old.undone_at is not null and new.undone_at is distinct from old.undone_at)
  execute function stands('a merge is made once, and undone once');;

-- A client who was merged is archived. A node of the version before does not know that, and would restore them: it fails instead.
alter table client add column if not exists merged_into uuid;;
alter table client
  drop constraint if exists client_merged_into_known, drop constraint if exists client_merged_is_archived,
  add constraint client_merged_into_known foreign key (clinic_id, merged_into) references client (clinic_id, id) not valid,
  add constraint client_merged_is_archived check (merged_into is null or archived_at is not null and merged_into <> id) not valid;;
alter table client validate constraint client_merged_into_known, validate constraint client_merged_is_archived;;
create index if not exists client_merged_into on client (clinic_id, merged_into) where merged_into is not null;;

-- What is one client's becomes another's by a merge of the two, or goes back to whom it was moved from when that is undone; and never else.
create or replace function moves_with_merge() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (
    select from client_merge made
     where made.clinic_id = new.clinic_id
       and (made.surviving_id = new.client_id and made.merged_id = old.client_id and made.undone_at is null
            or made.surviving_id = old.client_id and made.merged_id = new.client_id and made.undone_at is not null and new.id = any(made.moved))
  ) then
    raise exception '%', tg_argv[0];
  end if;
  return null;
end
$$;;

-- The new rule first, and then the old one without what the new one judges.
create or replace trigger appointment_stays_its_clients after update on appointment for each row
  when (old.client_id is distinct from new.client_id) execute function moves_with_merge('an appointment stays its client''s');;
create or replace trigger appointment_stands after update on appointment for each row
  when ((old.id, old.clinic_id, old.created_at) is distinct from (new.id, new.clinic_id, new.created_at))
  execute function stands('an appointment stays its clinic''s');;
create or replace trigger invoice_stays_its_clients after update on invoice for each row
  when (old.client_id is distinct from new.client_id) execute function moves_with_merge('an invoice stays its client''s');;
create or replace trigger draft_stands after update on invoice for each row
  when ((old.id, old.clinic_id, old.created_at) is distinct from (new.id, new.clinic_id, new.created_at))
  execute function stands('an invoice stays its clinic''s');;
create or replace trigger document_stays_its_clients after update on document for each row
  when (old.client_id is distinct from new.client_id) execute function moves_with_merge('a file stays its client''s');;
create or replace trigger document_stands after update on document for each row
  when ((old.id, old.clinic_id, old.uploaded_at) is distinct from (new.id, new.clinic_id, new.uploaded_at)
        or (old.size, old.sha256, old.vault_key) is distinct from (new.size, new.sha256, new.vault_key))
  execute function stands('a file stays its clinic''s, and what it is');;

-- What was once given a number stands, and only whose it is may be said otherwise, by a merge and nothing beside it.
create or replace function invoice_stands() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  moving  constant text[] := array ['status', 'paid', 'voided_at', 'version'];
  merging constant text[] := array ['client_id', 'version'];
begin
  if tg_op = 'UPDATE' and old.client_id is distinct from new.client_id and to_jsonb(new) - merging = to_jsonb(old) - merging then
    return new;
  end if;
  if tg_op = 'DELETE' or old.status <> 'OPEN' or to_jsonb(new) - moving <> to_jsonb(old) - moving then
    raise exception 'an invoice that is no draft stands as it is';
  end if;
  return new;
end
$$;;
