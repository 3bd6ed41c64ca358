--liquibase formatted sql
--changeset latchkey:session-needs-answer splitStatements:true endDelimiter:;;

-- No session opens of a client whose clinic asks a second question, and has the answer on record, before a choice of that link was answered; nor does
-- one move to such a client. A node of the version before, which does not ask, is told so here, and so is a sign-in at the very moment the clinic
-- begins to ask. It may try again, and is asked.
create function is_asked(clinic_id uuid, client_id uuid) returns boolean language sql stable set search_path = pg_catalog, public, pg_temp as
  'select exists (select from clinic join client on client.clinic_id = clinic.id
                   where clinic.id = $1 and client.id = $2 and clinic.second_question <> ''NONE'' and client.birth_date is not null)';;

create function session_needs_answer() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if is_asked(new.clinic_id, new.client_id)
     and (tg_op = 'UPDATE'
          or not exists (select from profile_choice
                          where clinic_id = new.clinic_id and login_link_id = new.login_link_id and question_answered_at is not null)) then
    raise exception 'the clinic asks a question first' using errcode = 'serialization_failure';
  end if;
  return new;
end
$$;;

create trigger session_needs_answer before insert on session
  for each row when (new.client_id is not null) execute function session_needs_answer();;
create trigger session_needs_answer_of_another before update on session
  for each row when (new.client_id is distinct from old.client_id) execute function session_needs_answer();;
