--liquibase formatted sql
--changeset latchkey:what-never-changes runInTransaction:false splitStatements:true endDelimiter:;;

-- What was once said stands, whoever says otherwise in SQL. The conditions are those of the triggers, which cost nothing where they do not
-- hold. Each statement by itself, so that nobody waits for two tables.
create or replace function stands() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception '%', tg_argv[0];
end
$$;;

-- One-time tokens: whose they are, what fits them and when they end is said once; what ended them, once and for ever.
create or replace trigger login_link_ends_once before update on login_link for each row
  when ((old.id, old.clinic_id, old.address_key, old.token_hash, old.minted_at, old.expires_at, old.letter_id)
          is distinct from (new.id, new.clinic_id, new.address_key, new.token_hash, new.minted_at, new.expires_at, new.letter_id)
        or old.ordered_for is not null and (old.ordered_for, old.ordered_by) is distinct from (new.ordered_for, new.ordered_by)
        or old.request_id is not null and (old.request_id, old.code_hash) is distinct from (new.request_id, new.code_hash)
        or old.redeemed_at is not null and new.redeemed_at is distinct from old.redeemed_at
        or old.redeemed_at is null and new.redeemed_at is not null and clock_timestamp() > old.expires_at + interval '10 seconds'
        or old.superseded_at is not null and new.superseded_at is distinct from old.superseded_at
        or old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at)
  execute function stands('a login link ends once, and for ever');;
drop function if exists login_link_ends_once();;

create or replace trigger profile_choice_stands before update on profile_choice for each row
  when (old.chosen_at is not null and new.chosen_at is distinct from old.chosen_at or new.wrong_tries < old.wrong_tries
        or (old.id, old.clinic_id, old.login_link_id, old.token_hash, old.expires_at)
          is distinct from (new.id, new.clinic_id, new.login_link_id, new.token_hash, new.expires_at))
  execute function stands('a profile is chosen once, and no try is taken back');;

create or replace trigger profile_choice_option_stands before update on profile_choice_option for each row
  execute function stands('what there is to choose from stands');;

create or replace trigger login_request_stands before update on login_request for each row
  when ((old.id, old.clinic_id, old.address_hash, old.asked_at) is distinct from (new.id, new.clinic_id, new.address_hash, new.asked_at)
        or new.code_tries < old.code_tries
        or new.sealed_address_key is not null and new.sealed_address_key is distinct from old.sealed_address_key
        or old.answered_at is not null and (old.answered_at, old.outcome) is distinct from (new.answered_at, new.outcome))
  execute function stands('a request is answered once, and no try is taken back');;

create or replace trigger staff_invitation_stands before update on staff_invitation for each row
  when (old.accepted_at is not null and new.accepted_at is distinct from old.accepted_at
        or (old.id, old.staff_member_id, old.token_hash, old.expires_at)
          is distinct from (new.id, new.staff_member_id, new.token_hash, new.expires_at))
  execute function stands('an invitation is accepted once');;

create or replace trigger staff_password_reset_ends_once before update on staff_password_reset for each row
  when ((old.id, old.staff_member_id, old.token_hash, old.letter_id, old.minted_at, old.expires_at)
          is distinct from (new.id, new.staff_member_id, new.token_hash, new.letter_id, new.minted_at, new.expires_at)
        or old.used_at is not null and new.used_at is distinct from old.used_at
        or old.cancelled_at is not null and new.cancelled_at is distinct from old.cancelled_at)
  execute function stands('a password reset ends once, and for ever');;
drop function if exists staff_password_reset_ends_once();;

create or replace trigger staff_password_reset_request_stands before update on staff_password_reset_request for each row
  execute function stands('a request for a reset is answered, and never changed');;

create or replace trigger staff_factor_challenge_is_met_once before update on staff_factor_challenge for each row
  when (old.met_at is not null or new.wrong_tries < old.wrong_tries
        or (old.id, old.staff_member_id, old.token_hash, old.expires_at)
          is distinct from (new.id, new.staff_member_id, new.token_hash, new.expires_at))
  execute function stands('a challenge is met once, and no try is taken back');;
drop function if exists staff_factor_challenge_is_met_once();;

create or replace trigger staff_second_factor_step_stands before update on staff_second_factor_step for each row
  execute function stands('a code that was used stays used');;
create or replace trigger staff_recovery_code_stands before update on staff_recovery_code for each row
  execute function stands('a recovery code is drawn or used, and never changed');;

-- The answer to a request that comes again.
create or replace trigger idempotency_key_stands before update on idempotency_key for each row
  execute function stands('an answer that is kept stands');;

-- A session moves on by refreshes and, among the profiles of one mailbox, from one to another. It ends once, and earlier if at all.
create or replace trigger session_stands before update on session for each row
  when (old.ended_at is not null and new.ended_at is distinct from old.ended_at
        or (old.id, old.clinic_id, old.staff_member_id, old.login_link_id, old.opened_at, old.ends_at, old.refresh_seed)
          is distinct from (new.id, new.clinic_id, new.staff_member_id, new.login_link_id, new.opened_at, new.ends_at, new.refresh_seed)
        or old.address_key is not null and new.address_key is distinct from old.address_key
        or new.refreshes < old.refreshes or new.refreshed_at < old.refreshed_at
        or new.enrolling and not old.enrolling)
  execute function stands('a session ends once, and goes on as what it was opened');;

create or replace function session_stays_at_its_mailbox() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (select from client
                  where id = new.client_id and clinic_id = new.clinic_id and address_key = old.address_key) then
    raise exception 'a session stays at its mailbox';
  end if;
  return new;
end
$$;;
create or replace trigger session_stays_at_its_mailbox before update on session for each row
  when (new.client_id is distinct from old.client_id) execute function session_stays_at_its_mailbox();;

create or replace trigger signing_key_stands before update on signing_key for each row
  when ((old.kid, old.created_at, old.signs_from) is distinct from (new.kid, new.created_at, new.signs_from))
  execute function stands('a signing key signs when it was said to');;

-- A letter that waits no more never waits again; to whom it goes stands, until that is forgotten.
create or replace trigger letter_stands before update on letter for each row
  when ((old.id, old.clinic_id, old.kind, old.queued_at, old.useful_until)
          is distinct from (new.id, new.clinic_id, new.kind, new.queued_at, new.useful_until)
        or new.recipient is not null and new.recipient is distinct from old.recipient
        or new.content is not null and new.content is distinct from old.content
        or new.status = 'queued' and old.status <> 'queued'
        or new.attempts < old.attempts)
  execute function stands('a letter is sent to whom it was written, and once');;

-- Money.
create or replace trigger payment_stands before update or delete on payment for each row
  execute function stands('a payment stands as it was recorded');;
create or replace trigger invoice_counter_grows before update on invoice_counter for each row
  when (old.clinic_id is distinct from new.clinic_id or new.last_number < old.last_number)
  execute function stands('no invoice number is given twice');;
create or replace trigger invoice_counter_stays before delete on invoice_counter for each row
  execute function stands('no invoice number is given twice');;

-- Whose it is: nothing moves to another clinic, and what is one client's never becomes another's. Afterwards, for a trigger before an
-- update takes the row from everybody who only refers to it.
create or replace trigger staff_member_stands after update on staff_member for each row
  when ((old.id, old.clinic_id, old.created_at) is distinct from (new.id, new.clinic_id, new.created_at))
  execute function stands('a staff member stays at their clinic');;
create or replace trigger client_stands after update on client for each row
  when ((old.id, old.clinic_id, old.created_at) is distinct from (new.id, new.clinic_id, new.created_at))
  execute function stands('a client stays at their clinic');;
create or replace trigger appointment_stands after update on appointment for each row
  when ((old.id, old.clinic_id, old.client_id, old.created_at) is distinct from (new.id, new.clinic_id, new.client_id, new.created_at))
  execute function stands('an appointment stays its client''s');;
create or replace trigger draft_stands after update on invoice for each row
  when ((old.id, old.clinic_id, old.client_id, old.created_at) is distinct from (new.id, new.clinic_id, new.client_id, new.created_at))
  execute function stands('an invoice stays its client''s');;
create or replace trigger invoice_line_stands after update on invoice_line for each row
  when ((old.invoice_id, old.clinic_id) is distinct from (new.invoice_id, new.clinic_id))
  execute function stands('a line stays on its invoice');;
create or replace trigger document_stands after update on document for each row
  when ((old.id, old.clinic_id, old.client_id, old.uploaded_at)
          is distinct from (new.id, new.clinic_id, new.client_id, new.uploaded_at)
        or (old.size, old.sha256, old.vault_key) is distinct from (new.size, new.sha256, new.vault_key))
  execute function stands('a file stays its client''s, and what it is');;
create or replace trigger location_stands after update on location for each row
  when ((old.id, old.clinic_id) is distinct from (new.id, new.clinic_id))
  execute function stands('a location stays its clinic''s');;
create or replace trigger practitioner_stands after update on practitioner for each row
  when ((old.id, old.clinic_id) is distinct from (new.id, new.clinic_id))
  execute function stands('a practitioner stays their clinic''s');;
create or replace trigger service_stands after update on service for each row
  when ((old.id, old.clinic_id) is distinct from (new.id, new.clinic_id))
  execute function stands('a service stays its clinic''s');;
