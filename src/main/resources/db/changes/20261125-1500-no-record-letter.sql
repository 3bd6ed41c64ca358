--liquibase formatted sql
--changeset latchkey:no-record-letter

-- Whom nobody knows is told so and then forgotten.
alter table letter alter column recipient drop not null;
update letter set recipient = null where kind = 'no-client-record' and status <> 'queued';
alter table letter add constraint letter_recipient check (
  recipient is not null or (kind = 'no-client-record' and status <> 'queued'));

-- Once a day for each address, at whichever clinic it was typed.
drop index login_request_by_address;
create index login_request_by_address on login_request (address_hash, answered_at);
