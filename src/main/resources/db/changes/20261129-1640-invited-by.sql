--liquibase formatted sql
--changeset latchkey:invited-by splitStatements:true endDelimiter:;;

-- What an owner has sent goes with them. Nothing is known of invitations from before, nor is there anybody for the operator's.
alter table staff_invitation add column if not exists invited_by uuid references staff_member;;

create or replace trigger staff_invitation_stands before update on staff_invitation for each row
  when (old.accepted_at is not null and new.accepted_at is distinct from old.accepted_at
        or (old.id, old.staff_member_id, old.token_hash, old.expires_at, old.invited_by)
          is distinct from (new.id, new.staff_member_id, new.token_hash, new.expires_at, new.invited_by))
  execute function stands('an invitation is accepted once');;
