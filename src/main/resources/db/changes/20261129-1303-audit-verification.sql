--liquibase formatted sql
--changeset latchkey:audit-verification splitStatements:true endDelimiter:;;

-- How far each chain was verified. A long one is not read to its end at each question: what is new since is, and of the rest one slice after
-- the other, so that whatever is changed behind us is found in the next pass. It is memory and no proof: audit_breaks reads everything.
create table audit_verification (
  chain        uuid        primary key,
  -- Everything up to here was as it was sealed, when it was looked at last.
  through      bigint      not null default 0,
  through_hash bytea       not null default '',
  -- Where the present pass is: at this seal, and among the events at this one.
  pass_began   timestamptz not null default clock_timestamp(),
  position     bigint      not null default 0,
  hash         bytea       not null default '',
  event_id     uuid        not null default '00000000-0000-0000-0000-000000000000',
  pass_broken  boolean     not null default false,
  pass_ended   boolean     not null default false,
  -- When the last pass began that read all of it.
  whole_at     timestamptz,
  at_position  bigint,
  at_event     uuid,
  finding      text check (finding in ('seal-missing', 'chain-broken', 'event-missing', 'event-changed', 'event-unsealed')),
  check ((at_event is null) = (finding is null))
);;

create policy callers_own on audit_verification using (
  (select shows_everything()) or chain = (select shown_clinic()) and (select shown_to_staff()));;
alter table audit_verification enable row level security, force row level security;;

-- The next seals after one, each with what is wrong with it.
create function audit_seals_after(checked_chain uuid, after_position bigint, after_hash bytea, most integer)
  returns table (at_position bigint, at_event uuid, at_hash bytea, finding text) language sql stable
  set search_path = public, pg_temp as $$
  with link as (
    select seal.position, seal.event_id, seal.hash, seal.previous_hash,
           lag(seal.position, 1, after_position) over (order by seal.position) + 1 as expected_position,
           lag(seal.hash, 1, after_hash) over (order by seal.position) as hash_before,
           event.id is null as is_lost,
           audit_hash(seal.previous_hash, event) as sealed_hash
      from (select * from audit_seal where chain = checked_chain and position > after_position order by position limit most) seal
           left join audit_event event on event.id = seal.event_id
  )
  select position, event_id, hash,
         case when position <> expected_position then 'seal-missing'
              when previous_hash <> hash_before then 'chain-broken'
              when is_lost then 'event-missing'
              when hash is distinct from sealed_hash then 'event-changed' end
    from link order by position
$$;;

-- The next events after one, each with what is wrong with its seal.
create function audit_events_after(checked_chain uuid, after_event uuid, most integer)
  returns table (at_event uuid, finding text) language sql stable
  set search_path = public, pg_temp as $$
  select event.id,
         case when seal.event_id is not null then null
              when waiting.event_id is null then 'seal-missing'
              when event.happened_at < now() - interval '10 minutes' then 'event-unsealed' end
    from (select id, happened_at from audit_event where chain = checked_chain and id > after_event order by id limit most) event
         left join audit_seal seal on seal.event_id = event.id
         left join audit_unsealed waiting on waiting.chain = checked_chain and waiting.event_id = event.id
   order by event.id
$$;;

-- Verifies what is new, and one more slice of the present pass, each of so many events at most; begins a new pass where the last one has
-- ended and is older than that. Whoever asks while another does so gets what was known before.
create function verify_audit_further(checked_chain uuid, most integer, pass_every interval) returns audit_verification
  language plpgsql set search_path = public, pg_temp as $$
declare
  state  audit_verification;
  found  record;
  seals  integer := 0;
  events integer := 0;
  ahead  bigint;
begin
  insert into audit_verification (chain) values (checked_chain) on conflict do nothing;
  select * into state from audit_verification where chain = checked_chain for update skip locked;
  if state.chain is null then
    select * into state from audit_verification where chain = checked_chain;
    return state;
  end if;

  ahead := state.through;
  for found in select * from audit_seals_after(checked_chain, state.through, state.through_hash, most) loop
    if found.finding is not null then
      state.pass_broken := true;
      if state.finding is null then
        state.at_position := found.at_position; state.at_event := found.at_event; state.finding := found.finding;
      end if;
      exit;
    end if;
    state.through := found.at_position;
    state.through_hash := found.at_hash;
  end loop;

  if state.pass_ended and state.pass_began < clock_timestamp() - pass_every then
    state.pass_began := clock_timestamp(); state.position := 0; state.hash := ''; state.event_id := '00000000-0000-0000-0000-000000000000';
    state.pass_broken := false; state.pass_ended := false;
  end if;
  if not state.pass_ended then
    if state.position = ahead then -- the first pass has just read what is new
      seals := state.through - ahead;
      state.position := state.through;
      state.hash := state.through_hash;
    end if;
    for found in select * from audit_seals_after(checked_chain, state.position, state.hash, most - seals) loop
      seals := seals + 1;
      if found.finding is not null then
        state.pass_broken := true;
        if state.finding is null or found.at_position < state.at_position then
          state.at_position := found.at_position; state.at_event := found.at_event; state.finding := found.finding;
        end if;
      end if;
      state.position := found.at_position;
      state.hash := found.at_hash;
    end loop;
    for found in select * from audit_events_after(checked_chain, state.event_id, most) loop
      events := events + 1;
      if found.finding is not null then
        state.pass_broken := true;
        if state.finding is null then
          state.at_position := null; state.at_event := found.at_event; state.finding := found.finding;
        end if;
      end if;
      state.event_id := found.at_event;
    end loop;
    if seals < most and events < most then
      state.pass_ended := true;
      state.whole_at := state.pass_began;
      if not state.pass_broken then
        state.at_position := null; state.at_event := null; state.finding := null;
      end if;
    end if;
  end if;

  update audit_verification
     set (through, through_hash, pass_began, position, hash, event_id, pass_broken, pass_ended, whole_at, at_position, at_event, finding) =
         (state.through, state.through_hash, state.pass_began, state.position, state.hash, state.event_id, state.pass_broken, state.pass_ended,
          state.whole_at, state.at_position, state.at_event, state.finding)
   where chain = checked_chain;
  return state;
end
$$;;

-- Chains with something left to read, those that have waited longest first. Each step of the walk is one look into the index.
create function audit_chains_to_verify(most integer, pass_every interval) returns setof uuid language sql stable
  set search_path = public, pg_temp as $$
  with recursive known (chain) as (
    (select chain from audit_seal order by chain limit 1)
    union all
    select (select chain from audit_seal where chain > known.chain order by chain limit 1) from known where known.chain is not null
  )
  select known.chain
    from known left join audit_verification done on done.chain = known.chain
   where known.chain is not null
     and (done.chain is null or not done.pass_ended or done.pass_began < clock_timestamp() - pass_every)
   order by done.pass_began nulls first limit most
$$;;
