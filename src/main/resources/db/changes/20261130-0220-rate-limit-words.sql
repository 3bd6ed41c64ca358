--liquibase formatted sql
--changeset latchkey:rate-limit-tat splitStatements:true endDelimiter:;;

-- The field's words: what a bucket of the generic cell rate algorithm keeps is its theoretical arrival time. Nodes of the version before
-- write by the functions alone and sweep by "empty_at"; so their functions call the new ones, and those keep both columns equal. Both
-- functions, the column and its index go when no such node runs any more.
-- A count that such a node is writing just now is worth its default: none.
alter table rate_limit add column tat timestamptz not null default '-infinity';;
update rate_limit set tat = empty_at;;

create function rate_limit_refund(keys bytea[], intervals bigint[]) returns void language plpgsql set search_path = public, pg_temp as $$
begin
  for i in 1 .. cardinality(keys) loop
    update rate_limit
       set tat = tat - intervals[i] * interval '1 microsecond', empty_at = tat - intervals[i] * interval '1 microsecond'
     where key = keys[i];
  end loop;
end
$$;;

-- Puts one into each bucket and says 0 and null, or into none if one is full, and says in how many microseconds that one has room again,
-- and which it is. What was counted under a key of the former secret counts on. The keys come in order, so that no two callers wait for
-- each other.
create function rate_limit_spend(
  keys bytea[], former_keys bytea[], intervals bigint[], windows bigint[], out wait bigint, out full_bucket integer
) language plpgsql set search_path = public, pg_temp as $$
declare
  moment constant timestamptz := clock_timestamp();
  step   interval;
begin
  for i in 1 .. cardinality(keys) loop
    if former_keys[i] is not null then
      insert into rate_limit (key, tat, empty_at) select keys[i], tat, tat from rate_limit where key = former_keys[i] on conflict (key) do nothing;
    end if;
    step := intervals[i] * interval '1 microsecond';
    insert into rate_limit as bucket (key, tat, empty_at) values (keys[i], moment + step, moment + step)
      on conflict (key) do update set tat = greatest(bucket.tat, moment) + step, empty_at = greatest(bucket.tat, moment) + step
       where greatest(bucket.tat, moment) + step <= moment + windows[i] * interval '1 microsecond';
    if not found then
      select extract(epoch from tat - moment) * 1000000 + intervals[i] - windows[i] into wait from rate_limit where key = keys[i];
      perform rate_limit_refund(keys[: i - 1], intervals[: i - 1]);
      wait := greatest(wait, 1);
      full_bucket := i;
      return;
    end if;
  end loop;
  wait := 0;
end
$$;;

create or replace function take_room(keys bytea[], former_keys bytea[], intervals bigint[], windows bigint[]) returns bigint
  language sql set search_path = public, pg_temp as $$
  select wait from rate_limit_spend(keys, former_keys, intervals, windows)
$$;;

create or replace function give_room_back(keys bytea[], intervals bigint[]) returns void
  language sql set search_path = public, pg_temp as $$
  select rate_limit_refund(keys, intervals)
$$;;
