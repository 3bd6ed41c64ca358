--liquibase formatted sql
--changeset latchkey:rate-limit-in-place runInTransaction:false

-- A bucket changes at every count. With an index on what changes, each count left a dead entry in every index and a dead row that only a vacuum
-- takes away; without one, and with room in the page, the row is changed in place (PostgreSQL's heap-only tuples). The sweep reads the table.
drop index concurrently if exists rate_limit_tat;
drop index concurrently if exists rate_limit_empty_at;
alter table rate_limit set (fillfactor = 60);
