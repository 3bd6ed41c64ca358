--liquibase formatted sql
--changeset latchkey:audit-by-year splitStatements:true endDelimiter:;;

-- Events lie by the year in their id, so that one that need not be kept at hand any longer can be taken off whole. Their seals stay in
-- one table: the chain holds without the events, and events that were kept elsewhere can be checked against it.
create function first_id_of(year integer) returns uuid language sql immutable parallel safe
  return (lpad(to_hex((extract(epoch from make_timestamp(year, 1, 1, 0, 0, 0)) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;;

-- A key of the seals would keep a year from being taken off; what is missing is found by audit_breaks. Whoever seals locks the seals
-- first, and so does this.
alter table audit_seal drop constraint audit_seal_chain_event_id_fkey;;

drop function audit_hash(bytea, audit_event);;
drop function audit_text(audit_event);;
drop policy anybodys_acts on audit_event;;
drop policy callers_own on audit_event;;
drop trigger audit_event_stands on audit_event;;
drop trigger audit_event_waits on audit_event;;
alter table audit_event rename to audit_event_first;;
alter table audit_event_first no force row level security;;
alter table audit_event_first rename constraint audit_event_pkey to audit_event_first_pkey;;
alter table audit_event_first add constraint audit_event_first_of_chain unique using index audit_event_of_chain;;

create table audit_event (
  like audit_event_first including generated including constraints,
  primary key (id),
  constraint audit_event_of_chain unique (chain, id)
) partition by range (id);;
alter table audit_event enable row level security, force row level security;;
create policy anybodys_acts on audit_event for insert with check (true);;
create policy callers_own on audit_event for select using (
  (select shows_everything()) or clinic_id = (select shown_clinic()) and (select shown_to_staff()));;

-- For ids of a time that has no partition: nothing fails for a clock that is wrong.
create table audit_event_other partition of audit_event default;;

-- A year is read and written by way of the whole trail alone; what is said of that holds for nobody who names the year itself.
create function close_audit_year(part text) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security, force row level security', part);
  execute format('create trigger audit_event_stands before update or delete or truncate on %I'
                 ' for each statement execute function audit_stands()', part);
end
$$;;

-- What there is becomes the partition of this year, with whatever came before.
do $$
declare
  this_year constant integer := extract(year from now() at time zone 'UTC');
  part      constant text := 'audit_event_' || this_year;
begin
  with later as (
    delete from audit_event_first where id >= first_id_of(this_year + 1) returning *
  )
  insert into audit_event_other (id, clinic_id, happened_at, act, actor_kind, actor_id, client_id, session_id, login_link_id, reason,
                                 request_id, ip_hash, address_hash)
    select id, clinic_id, happened_at, act, actor_kind, actor_id, client_id, session_id, login_link_id, reason, request_id, ip_hash,
           address_hash
      from later;
  execute format('alter table audit_event_first rename to %I', part);
  execute format('alter table audit_event attach partition %I for values from (minvalue) to (%L)', part, first_id_of(this_year + 1));
  perform close_audit_year(part);
  perform close_audit_year('audit_event_other');
end
$$;;

create trigger audit_event_stands before update or delete or truncate on audit_event
  for each statement execute function audit_stands();;
create trigger audit_event_waits after insert on audit_event
  for each row execute function audit_event_waits();;

-- What of an event is hashed, in the time zone and the way of writing bytes that audit_hash sets. Nulls are left out, so that a column
-- that is added later leaves the hashes of what was before as they are.
create function audit_text(event audit_event) returns bytea language sql stable as $$
  select convert_to(jsonb_strip_nulls(to_jsonb(event))::text, 'UTF8')
$$;;

create function audit_hash(previous bytea, event audit_event) returns bytea language sql stable
  set timezone = 'UTC' set bytea_output = 'hex' as $$
  select sha256(previous || audit_text(event))
$$;;

-- Makes the partitions of this year and the next, with the rights of whoever owns the trail, and says how many that were. A year of which
-- something lies among the others already stays there. It rather fails, and is called again, than keep those waiting who write.
create function open_audit_years() returns integer language plpgsql security definer
  set search_path = public, pg_temp set lock_timeout = '1s' as $$
declare
  this_year constant integer := extract(year from now() at time zone 'UTC');
  part      text;
  opened    integer := 0;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit years', 44));
  for year in this_year .. this_year + 1 loop
    part := 'audit_event_' || year;
    continue when to_regclass(part) is not null
               or exists (select from audit_event_other where id >= first_id_of(year) and id < first_id_of(year + 1));
    execute format('create table %I partition of audit_event for values from (%L) to (%L)', part, first_id_of(year), first_id_of(year + 1));
    perform close_audit_year(part);
    opened := opened + 1;
  end loop;
  return opened;
end
$$;;

do $$
begin
  perform open_audit_years();
end
$$;;

create table audit_archived_year (
  year        integer     primary key,
  archived_at timestamptz not null default now()
);;

-- Where what is at hand begins.
create function audit_at_hand_from() returns uuid language sql stable
  return (select coalesce(first_id_of(max(year) + 1), '00000000-0000-0000-0000-000000000000') from audit_archived_year);;

-- Takes the oldest year off the trail, and leaves it as a table of its own to be dumped and dropped. For whoever owns the trail.
create function archive_audit_year(archived integer) returns text language plpgsql as $$
declare
  part   constant text := 'audit_event_' || archived;
  oldest constant integer := (select min(substring(inhrelid::regclass::text from '\d+$')::integer) from pg_inherits where inhparent = 'audit_event'::regclass);
begin
  if archived is distinct from oldest then
    raise exception 'the oldest year of the audit trail is %, and goes first', oldest;
  end if;
  if now() < make_timestamptz(archived + 1, 1, 2, 0, 0, 0, 'UTC') then
    raise exception '% is not over, or for less than a day', archived;
  end if;
  if exists (select from audit_unsealed where event_id < first_id_of(archived + 1)) then
    raise exception 'some events of % are not sealed yet: try again in a minute', archived;
  end if;
  execute format('alter table audit_event detach partition %I', part);
  execute format('alter table %I disable row level security, no force row level security', part); -- or the owner could not dump it
  insert into audit_archived_year (year) values (archived);
  return part;
end
$$;;

-- Wherever a chain is not what was sealed, in its order. An event has its seal or waits for it, and never for long; one of a year that
-- was archived is elsewhere.
create or replace function audit_breaks(checked_chain uuid) returns table (at_position bigint, at_event uuid, finding text) language sql stable as $$
  with link as (
    select seal.position, seal.event_id, seal.hash, seal.previous_hash,
           lag(seal.position, 1, 0::bigint) over (order by seal.position) + 1 as expected_position,
           lag(seal.hash, 1, ''::bytea) over (order by seal.position) as hash_before,
           event.id is null as is_gone,
           event.id is null and seal.event_id < (select audit_at_hand_from()) as is_archived,
           audit_hash(seal.previous_hash, event) as reckoned_hash
      from audit_seal seal left join audit_event event on event.id = seal.event_id
     where seal.chain = checked_chain
  ), broken as (
    select position, event_id,
           case when position <> expected_position then 'seal-missing'
                when previous_hash <> hash_before then 'chain-broken'
                when is_archived then null
                when is_gone then 'event-missing'
                when hash is distinct from reckoned_hash then 'event-changed' end as finding
      from link
    union all
    select null, event.id,
           case when waiting.event_id is null then 'seal-missing'
                when event.happened_at < now() - interval '10 minutes' then 'event-unsealed' end
      from audit_event event
           left join audit_seal seal on seal.event_id = event.id
           left join audit_unsealed waiting on waiting.event_id = event.id
     where event.chain = checked_chain and seal.event_id is null
    union all
    select null, waiting.event_id, 'event-missing'
      from audit_unsealed waiting left join audit_event event on event.id = waiting.event_id
     where waiting.chain = checked_chain and event.id is null
  )
  select position, event_id, finding from broken where finding is not null order by position nulls last, event_id
$$;;
