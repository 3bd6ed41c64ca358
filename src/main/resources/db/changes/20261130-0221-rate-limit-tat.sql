--liquibase formatted sql
--changeset latchkey:rate-limit-tat-index runInTransaction:false

-- For the sweeper. Once more from the start if it was broken off.
drop index if exists rate_limit_tat;
create index rate_limit_tat on rate_limit (tat);
