--liquibase formatted sql
--changeset latchkey:idempotency-key

create table idempotency_key (
  caller      text        not null,
  key         text        not null,
  fingerprint bytea       not null,
  status      integer     not null,
  location    text,
  body        text        not null,
  kept_at     timestamptz not null default now(),
  primary key (caller, key)
);

create index idempotency_key_kept_at on idempotency_key (caller, kept_at);
