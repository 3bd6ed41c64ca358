--liquibase formatted sql
--changeset latchkey:composed-text runInTransaction:false splitStatements:true endDelimiter:;;

-- Nodes of before 20261130-0502 go on working meanwhile, and write a text as it was typed, a letter and its accent apart (NFD), as the name
-- of every file from a Mac is: the checks there refuse it, and such a node would fail. So a new row's is composed (NFC). What such a node changes
-- is not: a trigger before an update would lock each row as if its key changed, and what refers to it would wait. Nodes of today compose
-- themselves; when none of the others is left, these triggers may go. Each table by itself, so that no one waits for two.
create or replace function composed() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  return jsonb_populate_record(new, (
    select jsonb_object_agg(name, normalize(written, nfc)) from jsonb_each_text(to_jsonb(new)) held (name, written) where name = any(tg_argv)));
end
$$;;

create or replace trigger composed before insert on clinic for each row
  when (new.name is not nfc normalized) execute function composed('name');;
create or replace trigger composed before insert on location for each row
  when (new.name is not nfc normalized or new.address is not nfc normalized) execute function composed('name', 'address');;
create or replace trigger composed before insert on practitioner for each row
  when (new.display_name is not nfc normalized) execute function composed('display_name');;
create or replace trigger composed before insert on service for each row
  when (new.name is not nfc normalized) execute function composed('name');;
create or replace trigger composed before insert on staff_member for each row
  when (new.display_name is not nfc normalized) execute function composed('display_name');;
create or replace trigger composed before insert on client for each row
  when (new.given_name is not nfc normalized or new.family_name is not nfc normalized or new.external_id is not nfc normalized)
  execute function composed('given_name', 'family_name', 'external_id');;
create or replace trigger composed before insert on appointment for each row
  when (new.cancellation_note is not nfc normalized) execute function composed('cancellation_note');;
create or replace trigger composed before insert on document for each row
  when (new.name is not nfc normalized) execute function composed('name');;
create or replace trigger composed before insert on invoice_line for each row
  when (new.description is not nfc normalized) execute function composed('description');;
