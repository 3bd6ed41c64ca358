--liquibase formatted sql
--changeset latchkey:background-work

-- The table of db-scheduler 16.12.0, names and columns as the library wants them. It has no index on priority, which we do not use.
create table scheduled_tasks (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  primary key (task_name, task_instance),

  -- Work is an id and nothing else: nothing secret waits here, and nothing is ever deserialised from here.
  constraint scheduled_tasks_without_data check (task_data is null)
);

create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
