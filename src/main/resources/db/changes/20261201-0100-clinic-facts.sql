--liquibase formatted sql
--changeset latchkey:clinic-facts splitStatements:true endDelimiter:;;

-- How people reach a clinic, and what language it writes in. A booking link that was set was shown, and still is.
alter table clinic
  add column booking_link_shown boolean not null default true,
  add column phone              text    constraint clinic_phone check (phone ~ '^[+0-9][0-9 ()./-]{2,38}[0-9]$'),
  add column website            text    constraint clinic_website check (char_length(website) <= 500 and website ~ '^https?://[!-~]+$'),
  add column reply_to           text    constraint clinic_reply_to check (is_line(reply_to)),
  add column language           text    not null default 'en' check (language in ('en', 'fr', 'de', 'es'));;

alter table location
  add column phone         text constraint location_phone check (phone ~ '^[+0-9][0-9 ()./-]{2,38}[0-9]$'),
  add column directions    text constraint location_directions_visible check (is_text(directions)),
  add column opening_hours text constraint location_opening_hours_visible check (is_text(opening_hours));;
