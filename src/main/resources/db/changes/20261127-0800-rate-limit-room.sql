--liquibase formatted sql
--changeset latchkey:rate-limit-room splitStatements:true endDelimiter:;;

create function give_room_back(keys bytea[], intervals bigint[]) returns void language plpgsql as $$
begin
  for i in 1 .. cardinality(keys) loop
    update rate_limit set empty_at = empty_at - intervals[i] * interval '1 microsecond' where key = keys[i];
  end loop;
end
$$;;

-- Puts one into each bucket and says 0, or into none if one is full, and says in how many microseconds that one has room again.
-- What was counted under a key of the former secret counts on. The keys come in order, so that no two callers wait for each other.
create function take_room(keys bytea[], former_keys bytea[], intervals bigint[], windows bigint[]) returns bigint language plpgsql as $$
declare
  moment constant timestamptz := clock_timestamp();
  step   interval;
  wait   bigint;
begin
  for i in 1 .. cardinality(keys) loop
    if former_keys[i] is not null then
      insert into rate_limit (key, empty_at) select keys[i], empty_at from rate_limit where key = former_keys[i] on conflict (key) do nothing;
    end if;
    step := intervals[i] * interval '1 microsecond';
    insert into rate_limit as bucket (key, empty_at) values (keys[i], moment + step)
      on conflict (key) do update set empty_at = greatest(bucket.empty_at, moment) + step
       where greatest(bucket.empty_at, moment) + step <= moment + windows[i] * interval '1 microsecond';
    if not found then
      select extract(epoch from empty_at - moment) * 1000000 + intervals[i] - windows[i] into wait from rate_limit where key = keys[i];
      perform give_room_back(keys[: i - 1], intervals[: i - 1]);
      return greatest(wait, 1);
    end if;
  end loop;
  return 0;
end
$$;;
