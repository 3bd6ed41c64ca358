--liquibase formatted sql
--changeset latchkey:client-portal-use splitStatements:true endDelimiter:;;

-- How far a client has come into the portal: when staff last sent a link to their mailbox, and when they last signed in. Links and sessions are
-- forgotten, this is not. It has the client's place in the list beside it, so that a list of those who were never invited is a page of an index.
create table client_portal_use (
  clinic_id    uuid        not null references clinic,
  client_id    uuid        primary key,
  archived     boolean     not null,
  family_name  text        not null,
  given_name   text        not null,
  invited_at   timestamptz,
  signed_in_at timestamptz,
  state        text        not null generated always as (
    case when signed_in_at is not null then 'signed-in' when invited_at is not null then 'invited' else 'never-invited' end) stored
    check (state in ('never-invited', 'invited', 'signed-in')),
  foreign key (clinic_id, client_id) references client (clinic_id, id) on delete cascade
);;
create trigger client_portal_use_stands after update on client_portal_use for each row
  when ((old.clinic_id, old.client_id) is distinct from (new.clinic_id, new.client_id))
  execute function stands('what a client did on the portal stays theirs');;

-- The triggers write for a client who signs in, too, and that caller is shown no row of this table. None of them locks a client's row.
create function client_place_kept() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  asking constant text := coalesce(current_setting('latchkey.clinic', true), '');
begin
  perform set_config('latchkey.clinic', '*', true);
  insert into client_portal_use as known (clinic_id, client_id, archived, family_name, given_name)
    select clinic_id, id, archived_at is not null, lower(family_name), lower(given_name) from added order by id
    on conflict (client_id) do update
      set archived = excluded.archived, family_name = excluded.family_name, given_name = excluded.given_name
      where (known.archived, known.family_name, known.given_name)
            is distinct from (excluded.archived, excluded.family_name, excluded.given_name);
  perform set_config('latchkey.clinic', asking, true);
  return null;
end
$$;;

create function client_signed_in() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  asking constant text := coalesce(current_setting('latchkey.clinic', true), '');
  moment constant timestamptz := case when tg_op = 'INSERT' then new.opened_at else clock_timestamp() end;
begin
  perform set_config('latchkey.clinic', '*', true);
  insert into client_portal_use as known (clinic_id, client_id, archived, family_name, given_name, signed_in_at)
    select clinic_id, id, archived_at is not null, lower(family_name), lower(given_name), moment
      from client where clinic_id = new.clinic_id and id = new.client_id
    on conflict (client_id) do update set signed_in_at = greatest(known.signed_in_at, excluded.signed_in_at);
  perform set_config('latchkey.clinic', asking, true);
  return null;
end
$$;;

-- A link belongs to the mailbox: it invites all whom it lets in.
create function client_invited() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  asking constant text := coalesce(current_setting('latchkey.clinic', true), '');
begin
  perform set_config('latchkey.clinic', '*', true);
  insert into client_portal_use as known (clinic_id, client_id, archived, family_name, given_name, invited_at)
    select clinic_id, id, false, lower(family_name), lower(given_name), new.minted_at
      from client
     where clinic_id = new.clinic_id and address_key = new.address_key and archived_at is null and portal_off_at is null
     order by id limit 100
    on conflict (client_id) do update set invited_at = greatest(known.invited_at, excluded.invited_at);
  perform set_config('latchkey.clinic', asking, true);
  return null;
end
$$;;

create trigger client_place_kept_of_new after insert on client referencing new table as added
  for each statement execute function client_place_kept();;
create trigger client_place_kept_of_changed after update on client referencing new table as added
  for each statement execute function client_place_kept();;
-- Also for rows that are copied in without the rules of the tables.
alter table client enable always trigger client_place_kept_of_new;;
alter table client enable always trigger client_place_kept_of_changed;;

create trigger client_signed_in after insert on session for each row
  when (new.client_id is not null) execute function client_signed_in();;
create trigger client_signed_in_as_another after update on session for each row
  when (new.client_id is distinct from old.client_id) execute function client_signed_in();;
create trigger client_invited after insert on login_link for each row
  when (new.ordered_by is not null) execute function client_invited();;

create policy callers_own on client_portal_use using (
  (select shows_everything()) or clinic_id = (select shown_clinic()) and (select shown_to_staff()));;
alter table client_portal_use enable row level security, force row level security;;
