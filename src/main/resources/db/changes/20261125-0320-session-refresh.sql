--liquibase formatted sql
--changeset latchkey:session-refresh

-- A refresh token is made of the seed, the number of refreshes so far and the installation's secret, so that none has to be stored.
alter table session
  add column refresh_seed text,
  add column refreshes    integer not null default 0 check (refreshes >= 0),
  add column refreshed_at timestamptz;

update session
   set refresh_seed = gen_random_uuid()::text || gen_random_uuid()::text,
       refreshed_at = opened_at;

alter table session
  alter column refresh_seed set not null,
  alter column refreshed_at set not null,
  add check (length(refresh_seed) >= 43),
  add check (refreshed_at >= opened_at and refreshed_at < ends_at);
