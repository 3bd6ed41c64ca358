--liquibase formatted sql
--changeset latchkey:letter-bounce runInTransaction:false splitStatements:true endDelimiter:;;

-- That a letter came back which a mail server had taken, whether for good, and with which code. Nodes of the version before leave all three out.
alter table letter
  add column if not exists bounced_at       timestamptz,
  add column if not exists bounce_permanent boolean,
  add column if not exists bounce_code      text;;
alter table letter
  drop constraint if exists letter_bounced, drop constraint if exists letter_bounce_code,
  add constraint letter_bounced check (
    (bounced_at is null) = (bounce_permanent is null) and (bounced_at is not null or bounce_code is null)) not valid,
  add constraint letter_bounce_code check (bounce_code ~ '^[245][.][0-9]{1,3}[.][0-9]{1,3}$') not valid;;
alter table letter validate constraint letter_bounced, validate constraint letter_bounce_code;;
