--liquibase formatted sql
--changeset latchkey:session-mailbox splitStatements:true endDelimiter:;;

-- A session belongs to the mailbox that opened it, at whichever profile it stands. The database says which, so that a node of the release
-- before need not; of those that have ended nobody asks any more.
alter table session add column address_key text;;

create function session_opened_by() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.address_key := (select address_key from login_link where id = new.login_link_id);
  return new;
end
$$;;

create trigger session_opened_by before insert on session
  for each row when (new.login_link_id is not null) execute function session_opened_by();;

alter table session add constraint session_mailbox check (login_link_id is null or address_key is not null) not valid;;

-- Row-level security binds whoever owns the tables as well, and shows them no link otherwise.
select set_config('latchkey.clinic', '*', true);;

update session
   set address_key = login_link.address_key
  from login_link
 where login_link.id = session.login_link_id and session.ended_at is null and session.ends_at > now() - interval '1 hour';;
