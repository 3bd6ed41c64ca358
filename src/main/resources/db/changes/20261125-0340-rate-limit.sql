--liquibase formatted sql
--changeset latchkey:rate-limit

-- One bucket in use. It is empty again at the moment it is of no use any more, and any taker may sweep it away from then on.
create table rate_limit (
  key      bytea       primary key,
  empty_at timestamptz not null
);

create index rate_limit_empty_at on rate_limit (empty_at);
