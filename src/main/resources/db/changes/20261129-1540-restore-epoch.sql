--liquibase formatted sql
--changeset latchkey:restore-epoch splitStatements:true endDelimiter:;;

-- The moments when a backup was put back, each noticed once.
create table restore_epoch (
  restored_at timestamptz primary key,
  noticed_at  timestamptz not null default now()
);;
create trigger restore_epoch_stands before update on restore_epoch for each row execute function stands('what was restored was restored');;
create policy callers_own on restore_epoch using ((select shows_everything()));;
alter table restore_epoch enable row level security, force row level security;;

-- No id of ours (RFC 9562, version 7) that was made before this moment is as great.
create function first_id_at(moment timestamptz) returns uuid language sql immutable parallel safe
  return (lpad(to_hex(ceil(extract(epoch from moment) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;;

-- Yesterday's database knows nothing of what was ended, spent or sent since. So all that lets somebody in and is from before the backup was
-- put back ends here, once for each such moment however many nodes start, is on record at each clinic, and is listed with how many of it there were. A table
-- that lets somebody in, or will be sent, belongs into this list (RestoringEveryTableTest).
create function end_what_was_restored(restored timestamptz) returns table (what text, how_many bigint) language plpgsql
  set search_path = public, pg_temp as $$
declare
  first_id constant uuid := first_id_at(restored);
  step     constant bigint := floor(extract(epoch from restored) / 30);
begin
  perform pg_advisory_xact_lock(hashtextextended('restore epoch', 44));
  if exists (select from restore_epoch where restored_at >= restored) then
    return;
  end if;
  insert into restore_epoch (restored_at) values (restored);
  insert into audit_event (id, clinic_id, happened_at, act, actor_kind)
    select uuidv7(), id, clock_timestamp(), 'BACKUP_RESTORED', 'SYSTEM' from clinic
    union all select uuidv7(), null, clock_timestamp(), 'BACKUP_RESTORED', 'SYSTEM';

  what := 'session';
  update session set ended_at = clock_timestamp()
   where opened_at < restored and ended_at is null and ends_at > clock_timestamp();
  get diagnostics how_many = row_count;
  return next;

  what := 'login_link';
  update login_link set revoked_at = clock_timestamp()
   where minted_at < restored and expires_at > clock_timestamp()
     and redeemed_at is null and superseded_at is null and revoked_at is null;
  get diagnostics how_many = row_count;
  return next;

  what := 'login_request';
  update login_request set answered_at = clock_timestamp(), outcome = 'SUPPRESSED', sealed_address_key = null
   where asked_at < restored and answered_at is null;
  get diagnostics how_many = row_count;
  return next;

  what := 'profile_choice';
  delete from profile_choice_option using profile_choice choice
   where choice.id = profile_choice_id and choice.id < first_id and choice.chosen_at is null;
  delete from profile_choice where id < first_id and chosen_at is null;
  get diagnostics how_many = row_count;
  return next;

  what := 'staff_invitation';
  delete from staff_invitation where id < first_id and accepted_at is null;
  get diagnostics how_many = row_count;
  return next;

  what := 'staff_password_reset';
  update staff_password_reset set cancelled_at = clock_timestamp()
   where minted_at < restored and expires_at > clock_timestamp() and used_at is null and cancelled_at is null;
  get diagnostics how_many = row_count;
  return next;

  what := 'staff_password_reset_request';
  delete from staff_password_reset_request where asked_at < restored;
  get diagnostics how_many = row_count;
  return next;

  what := 'staff_factor_challenge';
  delete from staff_factor_challenge where id < first_id and met_at is null;
  get diagnostics how_many = row_count;
  return next;

  -- One that was spent since lies here again, and nobody knows which.
  what := 'staff_recovery_code';
  delete from staff_recovery_code using staff_second_factor factor
   where factor.staff_member_id = staff_recovery_code.staff_member_id and factor.started_at < restored;
  get diagnostics how_many = row_count;
  return next;

  what := 'staff_second_factor';
  delete from staff_second_factor where started_at < restored and enrolled_at is null;
  get diagnostics how_many = row_count;
  return next;

  -- A code of the app may have been used since, as long as it is taken for.
  what := 'staff_second_factor_step';
  insert into staff_second_factor_step (staff_member_id, step)
    select staff_member_id, used from staff_second_factor, generate_series(step - 2, step + 1) used where started_at < restored
    on conflict do nothing;
  get diagnostics how_many = row_count;
  return next;

  -- Browsers that were known may have been put out since. Far enough, for tokens of the time that is lost count on from the copy.
  what := 'staff_member';
  update staff_member set device_epoch = device_epoch + 1000 where password_hash is not null and created_at < restored;
  get diagnostics how_many = row_count;
  return next;

  what := 'signing_key';
  delete from signing_key where created_at < restored;
  get diagnostics how_many = row_count;
  return next;

  -- They were sent since, or lead to what has ended.
  what := 'letter';
  update letter
     set status = 'withdrawn', content = null, recipient = case when kind = 'no-client-record' then null else recipient end
   where queued_at < restored and status = 'queued';
  get diagnostics how_many = row_count;
  return next;

  what := 'idempotency_key';
  delete from idempotency_key where kept_at < restored;
  get diagnostics how_many = row_count;
  return next;
end
$$;;
