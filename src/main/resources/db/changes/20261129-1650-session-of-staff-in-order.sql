--liquibase formatted sql
--changeset latchkey:session-of-staff-in-order runInTransaction:false

-- A member's own list of sessions, in its order.
drop index if exists session_of_staff_live;
create index session_of_staff_live on session (clinic_id, staff_member_id, id) where staff_member_id is not null and ended_at is null;
