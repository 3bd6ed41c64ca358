--liquibase formatted sql
--changeset latchkey:client-name-start splitStatements:true endDelimiter:;;

-- What a search looks words up in: one row for every beginning of every word of a client's name, with the client's place in the list beside
-- it. A search is a page of an index, in the order of the list, whether it finds everybody or nobody.
create table client_name_start (
  clinic_id   uuid    not null,
  archived    boolean not null,
  start       text    collate "C" not null,
  family_name text    not null,
  given_name  text    not null,
  client_id   uuid    not null,
  primary key (clinic_id, archived, start, family_name, given_name, client_id)
);;

-- How a name is compared. Searched words and stored ones go through here; a change to it needs client_name_start filled again.
create function searchable(name text) returns text language sql immutable parallel safe
  return lower(name);;

-- The first 24 characters tell words apart well enough; each further one would be a row more for every word as long.
create function name_start(word text) returns text language sql immutable parallel safe
  return left(searchable(word), 24);;

create function name_starts(name text) returns setof text language sql immutable parallel safe
begin atomic
  select distinct left(word, length)
    from unnest(string_to_array(searchable(name), ' ')) word, generate_series(1, least(char_length(word), 24)) length;
end;;

-- The client's row says all there is to know, so nobody has to think of this table. Once a statement: an import adds many at a time.
create function client_added() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  insert into client_name_start (clinic_id, archived, start, family_name, given_name, client_id)
    select clinic_id, archived_at is not null, start, lower(family_name), lower(given_name), id
      from added, name_starts(family_name || ' ' || given_name) start
    on conflict do nothing;
  return null;
end
$$;;

create function client_removed() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  delete from client_name_start as former using removed, name_starts(removed.family_name || ' ' || removed.given_name) begun
   where former.clinic_id = removed.clinic_id and former.archived = (removed.archived_at is not null) and former.start = begun
     and former.family_name = lower(removed.family_name) and former.given_name = lower(removed.given_name) and former.client_id = removed.id;
  return null;
end
$$;;

create function client_changed() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (select from removed join added using (id)
                  where (removed.clinic_id, removed.family_name, removed.given_name, removed.archived_at is null)
                        is distinct from (added.clinic_id, added.family_name, added.given_name, added.archived_at is null)) then
    return null;
  end if;
  delete from client_name_start as former using removed, name_starts(removed.family_name || ' ' || removed.given_name) begun
   where former.clinic_id = removed.clinic_id and former.archived = (removed.archived_at is not null) and former.start = begun
     and former.family_name = lower(removed.family_name) and former.given_name = lower(removed.given_name) and former.client_id = removed.id;
  insert into client_name_start (clinic_id, archived, start, family_name, given_name, client_id)
    select clinic_id, archived_at is not null, start, lower(family_name), lower(given_name), id
      from added, name_starts(family_name || ' ' || given_name) start
    on conflict do nothing;
  return null;
end
$$;;

create trigger client_added after insert on client referencing new table as added
  for each statement execute function client_added();;
create trigger client_changed after update on client referencing old table as removed new table as added
  for each statement execute function client_changed();;
create trigger client_removed after delete on client referencing old table as removed
  for each statement execute function client_removed();;

-- Also for rows that are copied in without the rules of the tables.
alter table client enable always trigger client_added;;
alter table client enable always trigger client_changed;;
alter table client enable always trigger client_removed;;

create policy callers_own on client_name_start using (
  (select shows_everything()) or clinic_id = (select shown_clinic()) and (select shown_to_staff()));;
alter table client_name_start enable row level security, force row level security;;
