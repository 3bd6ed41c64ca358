--liquibase formatted sql
--changeset latchkey:visible-text-mended runInTransaction:false splitStatements:true endDelimiter:;;

-- What was written before there was that notion. The quotes and dashes of Windows come back where they were taken for control characters;
-- what no one could see is taken out. Where nothing is left, a question mark stands for a name, and nothing for what may be missing.
create or replace function mended(written text, several boolean) returns text language plpgsql immutable set search_path = public, pg_temp as $$
declare
  blank   constant text := '[\u0009-\u000d\u0020\u00a0\u1680\u2000-\u200a\u200c\u200d\u202f\u205f\u3000]+';
  unknown constant text := '[\u0001-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u180e'
    || '\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ue000-\uf8ff\ufeff\uffa0\ufff0-\ufffb\U000110BD\U000110CD\U00013430-\U0001343F'
    || '\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E00FF\U000F0000-\U0010FFFF]';
  text    text := translate(written, U&'\0091\0092\0093\0094\0096\0097\0085\0080', U&'\2018\2019\201c\201d\2013\2014\2026\20ac');
begin
  text := regexp_replace(text, '\r\n|[\r\u000b\u2028\u2029]', E'\n', 'g');
  if not several then
    text := regexp_replace(text, '[\u0009-\u000d]+', ' ', 'g');
  end if;
  text := regexp_replace(text collate "C", unknown, '', 'g');
  if not unicode_assigned(text) then
    select string_agg(letter, '' order by place) into text
      from regexp_split_to_table(text, '') with ordinality as split (letter, place) where unicode_assigned(letter);
  end if;
  text := normalize(regexp_replace(text collate "C", '^' || blank || '|' || blank || '$', '', 'g'), nfc);
  return case when case when several then is_text(text) else is_line(text) end then text end;
end
$$;;

-- Each table by itself, so that no one waits for two. As far as it was broken off, it goes on.
do $$ begin
  perform set_config('latchkey.clinic', '*', true);
  update clinic set name = coalesce(mended(name, false), '?') where not is_line(name);
end $$;;
do $$ begin
  perform set_config('latchkey.clinic', '*', true);
  update location set name = coalesce(mended(name, false), '?'), address = mended(address, true), version = version + 1
   where not is_line(name) or not is_text(address);
end $$;;
do $$ begin
  perform set_config('latchkey.clinic', '*', true);
  update practitioner set display_name = coalesce(mended(display_name, false), '?'), version = version + 1 where not is_line(display_name);
end $$;;
do $$ begin
  perform set_config('latchkey.clinic', '*', true);
  update service set name = coalesce(mended(name, false), '?'), version = version + 1 where not is_line(name);
end $$;;
do $$ begin
  perform set_config('latchkey.clinic', '*', true);
  update staff_member set display_name = coalesce(mended(display_name, false), '?') where not is_line(display_name);
end $$;;
do $$ begin
  perform set_config('latchkey.clinic', '*', true);
  update client set given_name = coalesce(mended(given_name, false), '?'), family_name = coalesce(mended(family_name, false), '?'),
         version = version + 1
   where not is_line(given_name) or not is_line(family_name);
end $$;;
-- Of two that were told apart by nothing to be seen, what is mended gets a part of the client's id.
do $$ begin
  perform set_config('latchkey.clinic', '*', true);
  update client set version = version + 1, external_id = case
           when exists (select from client other
                         where other.clinic_id = client.clinic_id and other.id <> client.id
                           and other.external_id is not null and mended(other.external_id, false) = mended(client.external_id, false))
           then mended(external_id, false) || ' ' || right(id::text, 12)
           else mended(external_id, false) end
   where not is_line(external_id);
end $$;;
do $$ begin
  perform set_config('latchkey.clinic', '*', true);
  update appointment set cancellation_note = mended(cancellation_note, true), version = version + 1 where not is_text(cancellation_note);
end $$;;
do $$ begin
  perform set_config('latchkey.clinic', '*', true);
  update document set name = left(coalesce(mended(name, false), '?'), 255), version = version + 1 where not is_line(name);
end $$;;
-- What has its number stands as it was sent.
do $$ begin
  perform set_config('latchkey.clinic', '*', true);
  update invoice_line set description = coalesce(mended(description, true), '?')
    from invoice
   where invoice.id = invoice_line.invoice_id and invoice.status = 'DRAFT' and not is_text(description);
end $$;;
drop function mended;;
