--liquibase formatted sql
--changeset latchkey:row-level-security-of-staff runInTransaction:false splitStatements:true endDelimiter:;;

-- Who works at a clinic, what it consists of, and how staff get in: no other clinic's, and no client's but what they are shown of their own
-- clinic. Each statement by itself, so that nobody waits for two tables.
drop policy if exists callers_own on clinic;;
create policy callers_own on clinic using (
  (select shows_everything()) or id = (select shown_clinic()))
  with check ((select shows_everything()) or id = (select shown_clinic()) and (select shown_to_staff()));;
alter table clinic enable row level security, force row level security;;
drop policy if exists callers_own on location;;
create policy callers_own on location using (
  (select shows_everything()) or clinic_id = (select shown_clinic()))
  with check ((select shows_everything()) or clinic_id = (select shown_clinic()) and (select shown_to_staff()));;
alter table location enable row level security, force row level security;;
drop policy if exists callers_own on practitioner;;
create policy callers_own on practitioner using (
  (select shows_everything()) or clinic_id = (select shown_clinic()))
  with check ((select shows_everything()) or clinic_id = (select shown_clinic()) and (select shown_to_staff()));;
alter table practitioner enable row level security, force row level security;;
drop policy if exists callers_own on service;;
create policy callers_own on service using (
  (select shows_everything()) or clinic_id = (select shown_clinic()))
  with check ((select shows_everything()) or clinic_id = (select shown_clinic()) and (select shown_to_staff()));;
alter table service enable row level security, force row level security;;
drop policy if exists callers_own on invoice_counter;;
create policy callers_own on invoice_counter using (
  (select shows_everything()) or clinic_id = (select shown_clinic()) and (select shown_to_staff()));;
alter table invoice_counter enable row level security, force row level security;;
drop policy if exists callers_own on staff_member;;
create policy callers_own on staff_member using (
  (select shows_everything()) or clinic_id = (select shown_clinic()) and (select shown_to_staff()));;
alter table staff_member enable row level security, force row level security;;

-- A member of another clinic is not there to be found.
drop policy if exists callers_own on staff_invitation;;
create policy callers_own on staff_invitation using (
  (select shows_everything())
  or (select shown_to_staff()) and exists (select from staff_member member where member.id = staff_member_id));;
alter table staff_invitation enable row level security, force row level security;;
drop policy if exists callers_own on staff_password_reset;;
create policy callers_own on staff_password_reset using (
  (select shows_everything())
  or (select shown_to_staff()) and exists (select from staff_member member where member.id = staff_member_id));;
alter table staff_password_reset enable row level security, force row level security;;
drop policy if exists callers_own on staff_second_factor;;
create policy callers_own on staff_second_factor using (
  (select shows_everything())
  or (select shown_to_staff()) and exists (select from staff_member member where member.id = staff_member_id));;
alter table staff_second_factor enable row level security, force row level security;;
drop policy if exists callers_own on staff_second_factor_step;;
create policy callers_own on staff_second_factor_step using (
  (select shows_everything())
  or (select shown_to_staff()) and exists (select from staff_member member where member.id = staff_member_id));;
alter table staff_second_factor_step enable row level security, force row level security;;
drop policy if exists callers_own on staff_recovery_code;;
create policy callers_own on staff_recovery_code using (
  (select shows_everything())
  or (select shown_to_staff()) and exists (select from staff_member member where member.id = staff_member_id));;
alter table staff_recovery_code enable row level security, force row level security;;
drop policy if exists callers_own on staff_factor_challenge;;
create policy callers_own on staff_factor_challenge using (
  (select shows_everything())
  or (select shown_to_staff()) and exists (select from staff_member member where member.id = staff_member_id));;
alter table staff_factor_challenge enable row level security, force row level security;;

-- It is asked, and answered, before anybody knows whose it is.
drop policy if exists callers_own on staff_password_reset_request;;
create policy callers_own on staff_password_reset_request using (
  (select shows_everything()));;
alter table staff_password_reset_request enable row level security, force row level security;;

-- Whatever anybody does waits to be sealed.
drop policy if exists callers_own on audit_unsealed;;
create policy callers_own on audit_unsealed using (
  (select shows_everything()) or chain = (select shown_clinic()) and (select shown_to_staff()));;
drop policy if exists anybodys_acts on audit_unsealed;;
create policy anybodys_acts on audit_unsealed for insert with check (true);;
alter table audit_unsealed enable row level security, force row level security;;
drop policy if exists callers_own on audit_seal;;
create policy callers_own on audit_seal using (
  (select shows_everything()) or chain = (select shown_clinic()) and (select shown_to_staff()));;
alter table audit_seal enable row level security, force row level security;;

-- Nodes of the version before look for a session while the connection still shows what it last did, so this holds as soon as none of
-- them is left (99999999-grants.sql).
drop policy if exists callers_own on session;;
create policy callers_own on session using (
  (select shows_everything()) or clinic_id = (select shown_clinic()) and ((select shown_to_staff()) or client_id = (select shown_client())));;
