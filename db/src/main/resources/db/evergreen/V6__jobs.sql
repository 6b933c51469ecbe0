-- Durable jobs shared by all nodes; the columns are those that db-scheduler expects.
create table evergreen_scheduled_task (
  task_name             text not null,
  task_instance         text not null,
  task_data             bytea,
  execution_time        timestamp(6) with time zone not null,
  picked                boolean not null,
  picked_by             text,
  last_success          timestamp(6) with time zone,
  last_failure          timestamp(6) with time zone,
  consecutive_failures  int,
  last_heartbeat        timestamp(6) with time zone,
  version               bigint not null,
  priority              smallint,
  primary key (task_name, task_instance)
);
create index evergreen_scheduled_task_execution on evergreen_scheduled_task (execution_time);
create index evergreen_scheduled_task_heartbeat on evergreen_scheduled_task (last_heartbeat);
