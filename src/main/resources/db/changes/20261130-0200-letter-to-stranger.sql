--liquibase formatted sql
--changeset latchkey:letter-to-stranger runInTransaction:false splitStatements:true endDelimiter:;;

-- Whether the recipient is a stranger, who is forgotten as soon as the letter waits no more, is said by the letter and no longer by its kind.
alter table letter add column if not exists to_stranger boolean not null default false;;

-- Nodes of the version before go on working meanwhile, and know the kind alone. When none of them is left, this trigger may go.
create or replace function letter_to_stranger() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.to_stranger := true;
  return new;
end
$$;;
create or replace trigger letter_to_stranger before insert on letter for each row
  when (new.kind = 'no-client-record') execute function letter_to_stranger();;

do $$
begin
  perform set_config('latchkey.clinic', '*', true);
  update letter set to_stranger = true where kind = 'no-client-record' and not to_stranger;
end
$$;;

alter table letter
  drop constraint if exists letter_recipient,
  add constraint letter_recipient check (recipient is not null or (to_stranger and status <> 'queued')) not valid;;
alter table letter validate constraint letter_recipient;;

create or replace trigger letter_stands before update on letter for each row
  when ((old.id, old.clinic_id, old.kind, old.to_stranger, old.queued_at, old.useful_until)
          is distinct from (new.id, new.clinic_id, new.kind, new.to_stranger, new.queued_at, new.useful_until)
        or new.recipient is not null and new.recipient is distinct from old.recipient
        or new.content is not null and new.content is distinct from old.content
        or new.status = 'queued' and old.status <> 'queued'
        or new.attempts < old.attempts)
  execute function stands('a letter is sent to whom it was written, and once');;

-- What a restored backup ends, too, forgets by that column. Of the function only this condition changes.
do $$
declare
  before constant text := pg_get_functiondef('end_what_was_restored(timestamptz)'::regprocedure);
  after  constant text := replace(before, 'case when kind = ''no-client-record'' then null', 'case when to_stranger then null');
begin
  if after = before and strpos(before, 'case when to_stranger then null') = 0 then
    raise exception 'the function that ends what was restored says no more which recipient it forgets';
  end if;
  execute after;
end
$$;;
