--liquibase formatted sql
--changeset latchkey:letter-queue runInTransaction:false
--validCheckSum: ANY

-- How many letters wait, and how long the first of them does, is asked every few seconds. It lists only what waits, so it stays small.
drop index if exists letter_queue;
create index letter_queue on letter (queued_at) where status = 'queued';
