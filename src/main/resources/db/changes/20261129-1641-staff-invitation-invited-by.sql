--liquibase formatted sql
--changeset latchkey:staff-invitation-invited-by runInTransaction:false

drop index if exists staff_invitation_invited_by;
create index staff_invitation_invited_by on staff_invitation (invited_by) where invited_by is not null;
