--liquibase formatted sql
--changeset latchkey:second-question-answered splitStatements:true endDelimiter:;;

-- That a choice's question was answered, for the database lets no one in before; and that its last try was a wrong answer, so that the holder of
-- its token and the clinic's desk are told so.
alter table profile_choice add column question_answered_at timestamptz, add column question_failed_at timestamptz;;

create or replace trigger profile_choice_stands before update on profile_choice for each row
  when (old.chosen_at is not null and new.chosen_at is distinct from old.chosen_at or new.wrong_tries < old.wrong_tries
        or old.question_answered_at is not null and new.question_answered_at is distinct from old.question_answered_at
        or old.question_failed_at is not null and new.question_failed_at is distinct from old.question_failed_at
        or (old.id, old.clinic_id, old.login_link_id, old.token_hash, old.expires_at)
          is distinct from (new.id, new.clinic_id, new.login_link_id, new.token_hash, new.expires_at))
  execute function stands('a profile is chosen once, and no try is taken back');;
