--liquibase formatted sql
--changeset latchkey:retired-slug splitStatements:true endDelimiter:;;

-- The addresses that a clinic gave up. People have them on cards and in their bookmarks: for a year they may not lead to another clinic.
create table retired_slug (
  slug       text        primary key constraint retired_slug_format check (slug ~ '^[a-z0-9]([a-z0-9-]{1,61})[a-z0-9]$'),
  clinic_id  uuid        not null references clinic,
  retired_at timestamptz not null,
  redirects  boolean     not null
);;

create policy callers_own on retired_slug using (
  (select shows_everything()) or clinic_id = (select shown_clinic()) and (select shown_to_staff()));;
alter table retired_slug enable row level security, force row level security;;

create trigger retired_slug_stands after update on retired_slug for each row
  when ((old.slug, old.clinic_id, old.retired_at) is distinct from (new.slug, new.clinic_id, new.retired_at))
  execute function stands('a slug was given up when it was, by the clinic that had it');;

-- Slugs change one after another, on all nodes: of two clinics that want each other's, neither waits for the other. It happens seldom.
create function slugs_change_in_turn() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('clinic slug', 44));
  return null;
end
$$;;
create trigger slugs_change_in_turn before insert or update of slug on clinic for each statement execute function slugs_change_in_turn();;

-- So what was given up before is committed, and seen here. This runs after the change, for before it each change of a clinic would lock its row
-- as if its key changed. It looks past row-level security, which would hide what other clinics gave up.
create function slug_changes_hands() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  asking constant text := coalesce(current_setting('latchkey.clinic', true), '');
begin
  perform set_config('latchkey.clinic', '*', true);
  if exists (select from retired_slug
              where slug = new.slug and clinic_id <> new.id and retired_at > clock_timestamp() - interval '1 year') then
    raise unique_violation using message = 'another clinic gave up this slug within a year', table = 'clinic', constraint = 'clinic_slug_key';
  end if;
  delete from retired_slug where slug = new.slug;
  if tg_op = 'UPDATE' then
    insert into retired_slug (slug, clinic_id, retired_at, redirects) values (old.slug, old.id, clock_timestamp(), false);
  end if;
  perform set_config('latchkey.clinic', asking, true);
  return null;
end
$$;;

create trigger slug_is_taken after insert on clinic for each row execute function slug_changes_hands();;
create trigger slug_changes_hands after update of slug on clinic for each row
  when (old.slug is distinct from new.slug) execute function slug_changes_hands();;

-- Whose portal is at an address: the clinic's that has it or, if none has, of the one that gave it up and forwards it.
create function clinic_at(address text) returns uuid language sql stable parallel safe
  return coalesce((select clinic.id from clinic where clinic.slug = address),
                  (select retired_slug.clinic_id from retired_slug where retired_slug.slug = address and retired_slug.redirects));;
