--liquibase formatted sql
--changeset latchkey:staff-second-factor splitStatements:true endDelimiter:;;

-- Asked for from the moment a code of it was seen. The key is sealed, for codes are made of it.
create table staff_second_factor (
  staff_member_id uuid        primary key references staff_member,
  sealed_key      bytea       not null,
  started_at      timestamptz not null,
  enrolled_at     timestamptz
);;

create function staff_second_factor_keeps_its_key() returns trigger language plpgsql as $$
begin
  -- But for its seal, when the installation's secret is another one: whoever begins anew changes when it was started.
  if old.enrolled_at is not null
      and (new.staff_member_id, new.started_at, new.enrolled_at)
          is distinct from (old.staff_member_id, old.started_at, old.enrolled_at) then
    raise exception 'an enrolled second factor is removed, never changed';
  end if;
  return new;
end
$$;;

create trigger staff_second_factor_keeps_its_key before update on staff_second_factor
  for each row execute function staff_second_factor_keeps_its_key();;

-- The primary key is what takes each code once.
create table staff_second_factor_step (
  staff_member_id uuid   not null references staff_second_factor on delete cascade,
  step            bigint not null,
  primary key (staff_member_id, step)
);;

-- A recovery code that was used is no longer here.
create table staff_recovery_code (
  staff_member_id uuid  not null references staff_second_factor on delete cascade,
  code_hash       bytea not null,
  primary key (staff_member_id, code_hash)
);;

-- The step between a right password and entering.
create table staff_factor_challenge (
  id              uuid        primary key,
  staff_member_id uuid        not null references staff_member,
  token_hash      bytea       not null unique,
  expires_at      timestamptz not null,
  wrong_tries     integer     not null check (wrong_tries between 0 and 5),
  met_at          timestamptz
);;

create index staff_factor_challenge_staff_member_id on staff_factor_challenge (staff_member_id);;

create function staff_factor_challenge_is_met_once() returns trigger language plpgsql as $$
begin
  if old.met_at is not null or new.wrong_tries < old.wrong_tries
     or new.staff_member_id is distinct from old.staff_member_id or new.token_hash is distinct from old.token_hash then
    raise exception 'a challenge is met once, and no try is taken back';
  end if;
  return new;
end
$$;;

create trigger staff_factor_challenge_is_met_once before update on staff_factor_challenge
  for each row execute function staff_factor_challenge_is_met_once();;
