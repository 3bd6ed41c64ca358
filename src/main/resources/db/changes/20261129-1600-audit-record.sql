--liquibase formatted sql
--changeset latchkey:audit-record splitStatements:true endDelimiter:;;

-- On which record, which of its members are not what they were, what was refused, and what the caller calls the request: ids and the
-- contract's own names, still without a column for a value. request_id is our own from here on; before, it was the caller's where they
-- sent one. A seal is of the whole event without its nulls: it covers the new columns, and the events of before stay as they were sealed.
alter table audit_event
  add column record_id         uuid,
  add column changed           text[],
  add column operation         text,
  add column caller_request_id text;;

-- Not asked of the events of before, which have none of them: that would keep everybody waiting who writes one.
alter table audit_event
  add constraint audit_event_changed_check check (array_to_string(changed, ' ') ~ '^[a-z][A-Za-z0-9]*( [a-z][A-Za-z0-9]*)*$') not valid,
  add constraint audit_event_operation_check check (operation ~ '^[a-z][A-Za-z0-9]*$') not valid,
  add constraint audit_event_caller_request_id_check check (caller_request_id ~ '^[A-Za-z0-9._:-]{1,64}$') not valid;;
