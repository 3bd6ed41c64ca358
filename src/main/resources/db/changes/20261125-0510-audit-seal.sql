--liquibase formatted sql
--changeset latchkey:audit-seal splitStatements:true endDelimiter:;;

-- Events that wait for their seal. A transaction that commits late is here late, and is sealed then.
create table audit_unsealed (
  event_id uuid primary key references audit_event,
  chain    uuid not null
);;

create index audit_unsealed_of_chain on audit_unsealed (chain);;

create function audit_event_waits() returns trigger language plpgsql as $$
begin
  insert into audit_unsealed (event_id, chain) values (new.id, new.chain);
  return null;
end
$$;;

create trigger audit_event_waits after insert on audit_event
  for each row execute function audit_event_waits();;

-- Each seal is made of the one before and of its event, so that nothing can be changed, taken out or put elsewhere without trace.
create table audit_seal (
  event_id      uuid   primary key,
  chain         uuid   not null,
  position      bigint not null check (position > 0),
  previous_hash bytea  not null,
  hash          bytea  not null check (octet_length(hash) = 32),
  unique (chain, position),
  foreign key (chain, event_id) references audit_event (chain, id),
  check (octet_length(previous_hash) = case position when 1 then 0 else 32 end)
);;

create trigger audit_seal_stands before update or delete or truncate on audit_seal
  for each statement execute function audit_stands();;

-- Nulls are left out, so that a column that is added later leaves the hashes of what was before as they are.
create function audit_hash(previous bytea, event audit_event) returns bytea language sql stable
  set timezone = 'UTC' set bytea_output = 'hex' as $$
  select sha256(previous || convert_to(jsonb_strip_nulls(to_jsonb(event))::text, 'UTF8'))
$$;;

-- Seals what waits in a chain, the oldest first, and says how many that were. Whoever seals the same chain at once waits.
create function seal_audit_events(sealed_chain uuid, most integer) returns integer language plpgsql as $$
declare
  seal   audit_seal;
  event  audit_event;
  sealed integer := 0;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit chain ' || sealed_chain, 44));
  select * into seal from audit_seal where chain = sealed_chain order by position desc limit 1;
  for event in
    select waiting.* from audit_unsealed u join audit_event waiting on waiting.id = u.event_id
     where u.chain = sealed_chain order by waiting.id limit most
  loop
    seal := row (event.id, event.chain, coalesce(seal.position, 0) + 1, coalesce(seal.hash, ''),
                 audit_hash(coalesce(seal.hash, ''), event));
    insert into audit_seal select seal.*;
    delete from audit_unsealed where event_id = event.id;
    sealed := sealed + 1;
  end loop;
  return sealed;
end
$$;;

-- Wherever a chain is not what was sealed, in its order. An event has its seal or waits for it, and never for long.
create function audit_breaks(checked_chain uuid) returns table (at_position bigint, at_event uuid, finding text) language sql stable as $$
  with link as (
    select seal.position, seal.event_id, seal.hash, seal.previous_hash,
           lag(seal.position, 1, 0::bigint) over (order by seal.position) + 1 as expected_position,
           lag(seal.hash, 1, ''::bytea) over (order by seal.position) as hash_before,
           event.id is null as is_lost,
           audit_hash(seal.previous_hash, event) as reckoned_hash
      from audit_seal seal left join audit_event event on event.id = seal.event_id
     where seal.chain = checked_chain
  ), broken as (
    select position, event_id,
           case when position <> expected_position then 'seal-missing'
                when previous_hash <> hash_before then 'chain-broken'
                when is_lost then 'event-missing'
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
