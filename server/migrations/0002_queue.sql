-- Background tasks. `run_at` is the schedule and `lease_until` the lease, both in real time, so that moving an
-- application's clock can neither expire a live lease nor wake a task.

create table queue_tasks (
  id bigint primary key generated always as identity,
  queue text not null,
  payload jsonb not null,
  idempotency_key text,
  run_at timestamptz not null default now(),
  attempts integer not null default 0,
  max_attempts integer not null check (max_attempts > 0),
  claims integer not null default 0,
  lease_until timestamptz,
  owner_lock integer,
  owner text,
  last_error text,
  outcome text check (outcome in ('done', 'dead')),
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  unique (queue, idempotency_key),
  check ((outcome is null) = (finished_at is null))
);

create index queue_tasks_due on queue_tasks (run_at, id) where finished_at is null;
create index queue_tasks_owned on queue_tasks (owner_lock) where finished_at is null and owner_lock is not null;
create index queue_tasks_finished on queue_tasks (finished_at) where finished_at is not null;
