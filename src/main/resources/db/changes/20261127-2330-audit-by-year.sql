--liquibase formatted sql
--changeset latchkey:audit-by-year splitStatements:true endDelimiter:;;

-- Events lie by the year in their id: what is written to and looked at is small, however long the trail becomes.
create function first_id_of(year integer) returns uuid language sql immutable parallel safe
  return (lpad(to_hex((extract(epoch from make_timestamp(year, 1, 1, 0, 0, 0)) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;;

-- It would lock every event's row, and audit_breaks finds what is missing. Whoever seals locks the seals first, and so does this.
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

-- What there is becomes the partition of this year, with whatever came before. Who may do what moves with it at once: nodes of the version
-- before are waiting to go on.
do $$
declare
  this_year constant integer := extract(year from now() at time zone 'UTC');
  part      constant text := 'audit_event_' || this_year;
  allowed   record;
begin
  for allowed in
    select privilege_type as what, grantee::regrole as who from pg_class, aclexplode(relacl)
     where oid = 'audit_event_first'::regclass and grantee not in (relowner, 0)
  loop
    execute format('grant %s on audit_event to %s', allowed.what, allowed.who);
    execute format('revoke %s on audit_event_first from %s', allowed.what, allowed.who);
  end loop;
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
-- something lies among the others already stays there. It rather fails, and is called again, than keep those waiting who write. Row-level
-- security holds for an owner too, who must be shown everything.
create function open_audit_years() returns integer language plpgsql security definer
  set search_path = public, pg_temp set lock_timeout = '1s' as $$
declare
  this_year constant integer := extract(year from now() at time zone 'UTC');
  asking    constant text := coalesce(current_setting('latchkey.clinic', true), '');
  part      text;
  opened    integer := 0;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('audit years', 44)) then
    return 0; -- somebody else does
  end if;
  perform set_config('latchkey.clinic', '*', true);
  for year in this_year .. this_year + 1 loop
    part := 'audit_event_' || year;
    continue when to_regclass(part) is not null
               or exists (select from audit_event where id >= first_id_of(year) and id < first_id_of(year + 1));
    execute format('create table %I partition of audit_event for values from (%L) to (%L)', part, first_id_of(year), first_id_of(year + 1));
    perform close_audit_year(part);
    opened := opened + 1;
  end loop;
  perform set_config('latchkey.clinic', asking, true);
  return opened;
end
$$;;

do $$
begin
  perform open_audit_years();
end
$$;;
