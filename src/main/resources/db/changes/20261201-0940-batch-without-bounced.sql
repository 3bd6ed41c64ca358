--liquibase formatted sql
--changeset latchkey:batch-without-bounced runInTransaction:false splitStatements:true endDelimiter:;;

-- Two more reasons why a client of a batch is sent no link: letters to their address come back, or a link is there that is newer than the batch.
alter table login_link_batch_recipient
  drop constraint if exists login_link_batch_recipient_reason_check, drop constraint if exists login_link_batch_recipient_reason,
  add constraint login_link_batch_recipient_reason check (reason in (
    'archived', 'portal-access-off', 'no-email', 'address-bounced', 'signed-in-lately', 'address-changed', 'link-still-good', 'portal-off', 'too-late')) not valid;;
alter table login_link_batch_recipient validate constraint login_link_batch_recipient_reason;;
