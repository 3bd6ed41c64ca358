--liquibase formatted sql
--changeset latchkey:idempotency-key-forgetting

alter table idempotency_key add column tagged boolean not null default true;

create index idempotency_key_old on idempotency_key (kept_at);
