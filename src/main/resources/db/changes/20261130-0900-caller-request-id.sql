--liquibase formatted sql
--changeset latchkey:caller-request-id splitStatements:true endDelimiter:;;

-- As load balancers and gateways name a request. Wider than before, so no event that stands can break it.
alter table audit_event drop constraint if exists audit_event_caller_request_id_check;;
alter table audit_event
  add constraint audit_event_caller_request_id_check check (caller_request_id ~ '^[A-Za-z0-9._:=|;/+-]{1,128}$') not valid;;
