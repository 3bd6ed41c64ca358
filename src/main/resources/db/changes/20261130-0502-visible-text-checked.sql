--liquibase formatted sql
--changeset latchkey:visible-text-checked runInTransaction:false splitStatements:true endDelimiter:;;

-- A name or text that is none cannot be there. Nodes of the version before go on working meanwhile; what they take and this does not is a
-- name that no one can read. Each by itself, and compared with what is there afterwards, so that no one waits for it.
alter table clinic drop constraint if exists clinic_name_visible,
  add constraint clinic_name_visible check (is_line(name)) not valid;;
alter table location drop constraint if exists location_name_visible, drop constraint if exists location_address_visible,
  add constraint location_name_visible check (is_line(name)) not valid,
  add constraint location_address_visible check (is_text(address)) not valid;;
alter table practitioner drop constraint if exists practitioner_display_name_visible,
  add constraint practitioner_display_name_visible check (is_line(display_name)) not valid;;
alter table service drop constraint if exists service_name_visible,
  add constraint service_name_visible check (is_line(name)) not valid;;
alter table staff_member drop constraint if exists staff_member_display_name_visible,
  add constraint staff_member_display_name_visible check (is_line(display_name)) not valid;;
alter table client drop constraint if exists client_given_name_visible, drop constraint if exists client_family_name_visible,
  drop constraint if exists client_external_id_visible,
  add constraint client_given_name_visible check (is_line(given_name)) not valid,
  add constraint client_family_name_visible check (is_line(family_name)) not valid,
  add constraint client_external_id_visible check (is_line(external_id)) not valid;;
alter table appointment drop constraint if exists appointment_cancellation_note_visible,
  add constraint appointment_cancellation_note_visible check (is_text(cancellation_note)) not valid;;
alter table document drop constraint if exists document_name_visible,
  add constraint document_name_visible check (is_line(name)) not valid;;
-- Not asked of the lines of before, which stand as they were sent.
alter table invoice_line drop constraint if exists invoice_line_description_visible,
  add constraint invoice_line_description_visible check (is_text(description)) not valid;;

alter table clinic validate constraint clinic_name_visible;;
alter table location validate constraint location_name_visible, validate constraint location_address_visible;;
alter table practitioner validate constraint practitioner_display_name_visible;;
alter table service validate constraint service_name_visible;;
alter table staff_member validate constraint staff_member_display_name_visible;;
alter table client validate constraint client_given_name_visible, validate constraint client_family_name_visible,
  validate constraint client_external_id_visible;;
alter table appointment validate constraint appointment_cancellation_note_visible;;
alter table document validate constraint document_name_visible;;
