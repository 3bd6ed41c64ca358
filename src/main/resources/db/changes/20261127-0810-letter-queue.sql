--liquibase formatted sql
--changeset latchkey:letter-queue

-- How many letters wait, and how long the first of them does, is asked every few seconds. It lists only what waits, so it stays small.
create index letter_queue on letter (queued_at) where status = 'queued';
