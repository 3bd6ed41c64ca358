--liquibase formatted sql
--changeset latchkey:audit-seal-at-once splitStatements:true endDelimiter:;;

-- A foreign key is asked for every event, and locks the row it names; clinics are never deleted, and what waits for its seal without
-- being there is found by audit_breaks.
alter table audit_event drop constraint audit_event_clinic_id_fkey;;
alter table audit_unsealed
  drop constraint audit_unsealed_event_id_fkey,
  drop constraint audit_unsealed_pkey,
  add primary key (chain, event_id);;
drop index audit_unsealed_of_chain;;

-- What of an event is hashed, in the time zone and the way of writing bytes that audit_hash sets. Nulls are left out, so that a column
-- that is added later leaves the hashes of what was before as they are.
create function audit_text(event audit_event) returns bytea language sql stable as $$
  select convert_to(jsonb_strip_nulls(to_jsonb(event))::text, 'UTF8')
$$;;

create or replace function audit_hash(previous bytea, event audit_event) returns bytea language sql stable
  set timezone = 'UTC' set bytea_output = 'hex' as $$
  select sha256(previous || audit_text(event))
$$;;

-- Seals what waits in a chain, the oldest first, and says how many that were: all at once, for one by one it cost more than the events
-- themselves. Whoever seals the same chain at once waits.
create or replace function seal_audit_events(sealed_chain uuid, most integer) returns integer language plpgsql
  set timezone = 'UTC' set bytea_output = 'hex' as $$
declare
  head   audit_seal;
  event  audit_event;
  hash   bytea;
  events uuid[] := '{}';
  hashes bytea[] := '{}';
begin
  perform pg_advisory_xact_lock(hashtextextended('audit chain ' || sealed_chain, 44));
  select * into head from audit_seal where chain = sealed_chain order by position desc limit 1;
  hash := coalesce(head.hash, '');
  for event in
    select waiting.* from audit_unsealed u join audit_event waiting on waiting.id = u.event_id
     where u.chain = sealed_chain order by u.event_id limit most
  loop
    hash := sha256(hash || audit_text(event));
    events := array_append(events, event.id);
    hashes := array_append(hashes, hash);
  end loop;
  insert into audit_seal (event_id, chain, position, previous_hash, hash)
    select sealed.event, sealed_chain, coalesce(head.position, 0) + nth, lag(sealed.hash, 1, coalesce(head.hash, '')) over (order by nth), sealed.hash
      from unnest(events, hashes) with ordinality as sealed (event, hash, nth);
  delete from audit_unsealed where chain = sealed_chain and event_id = any(events);
  return cardinality(events);
end
$$;;
