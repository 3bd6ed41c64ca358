--liquibase formatted sql
--changeset latchkey:row-level-security splitStatements:true endDelimiter:;;

-- The second line: a query that forgot to ask whose rows still gets the caller's alone. Every connection is told for whom it asks:
-- latchkey.clinic is the id of a clinic, or * where no session stands behind (the doors, background work, the operator);
-- latchkey.caller is client:<id> or staff:<id>. One that was told nothing is shown nothing.
create function shows_everything() returns boolean language sql stable parallel safe
  return coalesce(current_setting('latchkey.clinic', true) = '*', false);;

create function shown_clinic() returns uuid language sql stable parallel safe
  return nullif(nullif(current_setting('latchkey.clinic', true), ''), '*')::uuid;;

create function shown_to_staff() returns boolean language sql stable parallel safe
  return coalesce(starts_with(current_setting('latchkey.caller', true), 'staff:'), false);;

create function shown_client() returns uuid language sql stable parallel safe
  return case when starts_with(current_setting('latchkey.caller', true), 'client:')
              then substr(current_setting('latchkey.caller', true), 8)::uuid end;;

-- Within (select …) each is asked once a query and not once a row.
create policy callers_own on client using (
  (select shows_everything())
  or clinic_id = (select shown_clinic()) and ((select shown_to_staff()) or id = (select shown_client())));;
create policy callers_own on appointment using (
  (select shows_everything())
  or clinic_id = (select shown_clinic()) and ((select shown_to_staff()) or client_id = (select shown_client())));;
create policy callers_own on invoice using (
  (select shows_everything())
  or clinic_id = (select shown_clinic()) and ((select shown_to_staff()) or client_id = (select shown_client())));;
create policy callers_own on document using (
  (select shows_everything())
  or clinic_id = (select shown_clinic()) and ((select shown_to_staff()) or client_id = (select shown_client())));;

create policy callers_own on invoice_line using (
  (select shows_everything())
  or clinic_id = (select shown_clinic())
     and ((select shown_to_staff()) or exists (select from invoice where invoice.id = invoice_id)));;
create policy callers_own on payment using (
  (select shows_everything())
  or clinic_id = (select shown_clinic())
     and ((select shown_to_staff()) or exists (select from invoice where invoice.id = invoice_id)));;

-- How somebody gets in is no client's to see.
create policy callers_own on login_request using (
  (select shows_everything()) or clinic_id = (select shown_clinic()) and (select shown_to_staff()));;
create policy callers_own on login_link using (
  (select shows_everything()) or clinic_id = (select shown_clinic()) and (select shown_to_staff()));;
create policy callers_own on profile_choice using (
  (select shows_everything()) or clinic_id = (select shown_clinic()) and (select shown_to_staff()));;
create policy callers_own on profile_choice_option using (
  (select shows_everything()) or clinic_id = (select shown_clinic()) and (select shown_to_staff()));;
create policy callers_own on letter using (
  (select shows_everything()) or clinic_id = (select shown_clinic()) and (select shown_to_staff()));;

-- Whatever anybody does is written there; what it says is for staff.
create policy anybodys_acts on audit_event for insert with check (true);;
create policy callers_own on audit_event for select using (
  (select shows_everything()) or clinic_id = (select shown_clinic()) and (select shown_to_staff()));;

-- The answers kept there are of the same data.
create policy callers_own on idempotency_key using (
  (select shows_everything()) or caller = current_setting('latchkey.caller', true));;

create function forget_idempotency_keys() returns integer language plpgsql as $$
declare
  asking constant text := coalesce(current_setting('latchkey.clinic', true), '');
  forgotten integer;
begin
  perform set_config('latchkey.clinic', '*', true);
  delete from idempotency_key where ctid in (
    select ctid from idempotency_key where kept_at < now() - interval '24 hours' limit 100 for update skip locked);
  get diagnostics forgotten = row_count;
  perform set_config('latchkey.clinic', asking, true);
  return forgotten;
end
$$;;

do $$
declare
  name text;
begin
  foreach name in array array ['client', 'appointment', 'invoice', 'invoice_line', 'payment', 'document', 'login_request', 'login_link',
                               'profile_choice', 'profile_choice_option', 'letter', 'audit_event', 'idempotency_key'] loop
    execute format('alter table %I enable row level security, force row level security', name);
  end loop;
end
$$;;
