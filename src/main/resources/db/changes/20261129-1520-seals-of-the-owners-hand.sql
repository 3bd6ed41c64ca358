--liquibase formatted sql
--changeset latchkey:seals-of-the-owners-hand splitStatements:true endDelimiter:;;

-- What waits for its seal is noted, and sealed, with the rights of whoever owns the trail: the application adds events, and can neither make
-- a seal nor keep an event from getting one (99999999-grants.sql).
alter function audit_event_waits() security definer;;
alter function seal_audit_events(uuid, integer) security definer;;
