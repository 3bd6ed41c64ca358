--liquibase formatted sql
--changeset latchkey:letter-smtp-code runInTransaction:false splitStatements:true endDelimiter:;;

-- What the mail server answered at the last attempt, in codes. Its words may quote the recipient, and are not kept. Nodes of the version before
-- leave both out.
alter table letter
  add column if not exists smtp_code   text,
  add column if not exists smtp_reason text;;
alter table letter
  drop constraint if exists letter_smtp_code, drop constraint if exists letter_smtp_reason,
  add constraint letter_smtp_code check (smtp_code ~ '^[2-5][0-9]{2}( [245][.][0-9]{1,3}[.][0-9]{1,3})?$') not valid,
  add constraint letter_smtp_reason check (smtp_reason ~ '^[a-z-]{1,60}$') not valid;;
alter table letter validate constraint letter_smtp_code, validate constraint letter_smtp_reason;;
