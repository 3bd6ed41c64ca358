--liquibase formatted sql
--changeset latchkey:queues runInTransaction:false splitStatements:true endDelimiter:;;

-- What waits is the queue, where it stands. Such a row says when it is due. A node that takes it says so, and due is then when others may take
-- it over. A row without a time waits for nothing, or is of a node of the version before, which has a row of scheduled_tasks for it.
alter table letter
  add column if not exists due_at timestamptz,
  add column if not exists claimed_by uuid,
  add column if not exists urgent boolean not null default false;;
alter table login_request
  add column if not exists due_at timestamptz,
  add column if not exists claimed_by uuid,
  add column if not exists attempts integer not null default 0,
  add column if not exists urgent boolean not null default true;;
alter table staff_password_reset_request
  add column if not exists due_at timestamptz,
  add column if not exists claimed_by uuid,
  add column if not exists attempts integer not null default 0,
  add column if not exists urgent boolean not null default true;;

-- What waits no more is not due, whichever node says so.
create or replace function leave_queue() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.due_at := null;
  new.claimed_by := null;
  return new;
end
$$;;
create or replace trigger letter_leaves_queue before update on letter for each row
  when (new.status <> 'queued' and new.due_at is not null) execute function leave_queue();;
create or replace trigger login_request_leaves_queue before update on login_request for each row
  when (new.answered_at is not null and new.due_at is not null) execute function leave_queue();;

create or replace trigger staff_password_reset_request_stands before update on staff_password_reset_request for each row
  when ((old.id, old.sealed_address_key, old.asked_at) is distinct from (new.id, new.sealed_address_key, new.asked_at))
  execute function stands('a request for a reset is answered, and never changed');;

-- What is due and nobody's; and what nodes have claimed.
create index if not exists letter_due on letter (urgent, due_at) where claimed_by is null and due_at is not null;;
create index if not exists letter_claimed on letter (due_at) where claimed_by is not null;;
create index if not exists login_request_due on login_request (urgent, due_at) where claimed_by is null and due_at is not null;;
create index if not exists login_request_claimed on login_request (due_at) where claimed_by is not null;;
create index if not exists staff_password_reset_request_due
  on staff_password_reset_request (urgent, due_at) where claimed_by is null and due_at is not null;;
create index if not exists staff_password_reset_request_claimed on staff_password_reset_request (due_at) where claimed_by is not null;;

-- Nodes of the version before do not say that a letter is urgent, and know its kind alone. When none of them is left, this trigger may go.
create or replace function letter_is_urgent() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.urgent := true;
  return new;
end
$$;;
create or replace trigger letter_is_urgent before insert on letter for each row
  when (new.kind in ('login-link', 'no-client-record', 'password-reset') and not new.urgent) execute function letter_is_urgent();;

-- For an operator who goes back to the version before, when no newer node runs any more: it does what has a row of scheduled_tasks, and that
-- alone. How many have one now.
create or replace function return_queues_to_jobs() returns bigint language plpgsql set search_path = public, pg_temp as $$
declare
  returned bigint;
begin
  perform set_config('latchkey.clinic', '*', true);
  with letters as (
    update letter set due_at = null, claimed_by = null where due_at is not null returning id),
  requests as (
    update login_request set due_at = null, claimed_by = null where due_at is not null returning id),
  resets as (
    update staff_password_reset_request set due_at = null, claimed_by = null where due_at is not null returning id)
  insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
  select 'letter', id, now(), false, 1 from letters
  union all
  select 'answer-login-request', id, now(), false, 1 from requests
  union all
  select 'answer-password-reset-request', id, now(), false, 1 from resets
  on conflict do nothing;
  get diagnostics returned = row_count;
  return returned;
end
$$;;
