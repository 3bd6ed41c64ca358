--liquibase formatted sql
--changeset latchkey:staff-password-reset splitStatements:true endDelimiter:;;

create table staff_password_reset (
  id              uuid        primary key,
  staff_member_id uuid        not null references staff_member,
  token_hash      bytea       not null unique,
  letter_id       uuid        not null references letter,
  minted_at       timestamptz not null,
  expires_at      timestamptz not null,
  used_at         timestamptz,
  cancelled_at    timestamptz,
  check (expires_at > minted_at and expires_at <= minted_at + interval '30 minutes'),
  check (num_nonnulls(used_at, cancelled_at) <= 1)
);;

create unique index staff_password_reset_live on staff_password_reset (staff_member_id)
  where used_at is null and cancelled_at is null;;

-- What ended a reset stands for ever: no update may revive it, move its end, or make another secret fit it.
create function staff_password_reset_ends_once() returns trigger language plpgsql as $$
begin
  if (old.used_at is not null and new.used_at is distinct from old.used_at)
     or (old.cancelled_at is not null and new.cancelled_at is distinct from old.cancelled_at)
     or new.staff_member_id is distinct from old.staff_member_id
     or new.token_hash is distinct from old.token_hash then
    raise exception 'a password reset ends once, and for ever';
  end if;
  return new;
end
$$;;

create trigger staff_password_reset_ends_once before update on staff_password_reset
  for each row execute function staff_password_reset_ends_once();;

-- Whoever asks is answered before anybody knows whose address it is, or whether it is anyone's; so the request belongs to no clinic. It
-- is deleted as soon as it is answered by letter.
create table staff_password_reset_request (
  id                 uuid        primary key,
  sealed_address_key bytea       not null,
  asked_at           timestamptz not null
);;
