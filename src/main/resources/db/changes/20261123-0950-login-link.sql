--liquibase formatted sql
--changeset latchkey:login-link splitStatements:true endDelimiter:;;

create table login_request (
  id                 uuid        primary key,
  clinic_id          uuid        not null references clinic,
  sealed_address_key bytea,
  address_hash       bytea       not null,
  asked_at           timestamptz not null,
  answered_at        timestamptz,
  outcome            text        check (outcome in ('LINK_SENT', 'NO_CLIENT_RECORD', 'SUPPRESSED')),
  check ((answered_at is null) = (outcome is null)),
  check ((answered_at is null) = (sealed_address_key is not null))
);;

create index login_request_by_address on login_request (clinic_id, address_hash, answered_at);;

-- A link belongs to an address at a clinic, not to a client: who shares the address chooses after redeeming.
create table login_link (
  id            uuid        primary key,
  clinic_id     uuid        not null references clinic,
  address_key   text        not null,
  token_hash    bytea       not null unique,
  minted_at     timestamptz not null,
  expires_at    timestamptz not null,
  redeemed_at   timestamptz,
  superseded_at timestamptz,
  revoked_at    timestamptz,
  letter_id     uuid        not null,
  ordered_for   uuid,
  ordered_by    uuid,
  unique (clinic_id, id),
  foreign key (clinic_id, ordered_for) references client (clinic_id, id),
  foreign key (clinic_id, ordered_by) references staff_member (clinic_id, id),
  check ((ordered_for is null) = (ordered_by is null)),
  check (expires_at > minted_at and expires_at <= minted_at + interval '15 minutes'),
  check (num_nonnulls(redeemed_at, superseded_at, revoked_at) <= 1)
);;

create unique index login_link_live on login_link (clinic_id, address_key)
  where redeemed_at is null and superseded_at is null and revoked_at is null;;
create index login_link_by_address on login_link (clinic_id, address_key, minted_at desc, id desc);;

-- What ended a link stands for ever: no update may revive it, or move its end.
create function login_link_ends_once() returns trigger language plpgsql as $$
begin
  if (old.redeemed_at is not null and new.redeemed_at is distinct from old.redeemed_at)
     or (old.superseded_at is not null and new.superseded_at is distinct from old.superseded_at)
     or (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at)
     or new.token_hash is distinct from old.token_hash then
    raise exception 'a login link ends once, and for ever';
  end if;
  return new;
end
$$;;

create trigger login_link_ends_once before update on login_link
  for each row execute function login_link_ends_once();;

create table session (
  id              uuid        primary key,
  clinic_id       uuid        not null references clinic,
  client_id       uuid,
  staff_member_id uuid,
  role            text,
  login_link_id   uuid        unique,
  opened_at       timestamptz not null,
  ends_at         timestamptz not null,
  ended_at        timestamptz,
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, staff_member_id) references staff_member (clinic_id, id),
  foreign key (clinic_id, login_link_id) references login_link (clinic_id, id),
  check (num_nonnulls(client_id, staff_member_id) = 1),
  check ((client_id is null) = (login_link_id is null)),
  check ((staff_member_id is null) = (role is null)),
  check (ends_at > opened_at and ends_at <= opened_at + interval '12 hours')
);;

create index session_of_client on session (clinic_id, client_id) where client_id is not null;;
create index session_of_staff_member on session (clinic_id, staff_member_id) where staff_member_id is not null;;

create table profile_choice (
  id            uuid        primary key,
  clinic_id     uuid        not null references clinic,
  login_link_id uuid        not null unique,
  token_hash    bytea       not null unique,
  expires_at    timestamptz not null,
  wrong_tries   integer     not null default 0 check (wrong_tries between 0 and 5),
  chosen_at     timestamptz,
  foreign key (clinic_id, login_link_id) references login_link (clinic_id, id)
);;

create table profile_choice_option (
  profile_choice_id uuid not null references profile_choice,
  clinic_id         uuid not null,
  ref               text not null,
  client_id         uuid not null,
  primary key (profile_choice_id, ref),
  unique (profile_choice_id, client_id),
  foreign key (clinic_id, client_id) references client (clinic_id, id)
);;
