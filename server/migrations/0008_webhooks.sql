-- Webhooks, the event types they subscribe to, the messages made for them and each attempt to deliver one.

create table webhooks (
  application_id uuid not null references applications (id),
  id uuid not null,
  seq bigint generated always as identity,
  name text not null,
  description text not null,
  url text not null,
  status text not null check (status in ('active', 'pending-approval')),
  -- Sealed under a key derived from the master key. After a rotation the former secret signs too, until `former_until`.
  sealed_secret bytea not null,
  sealed_former_secret bytea,
  former_until timestamptz,
  -- Messages that ended, replays included.
  delivered bigint not null default 0,
  failed bigint not null default 0,
  consecutive_failures integer not null default 0,
  last_attempt_at timestamptz,
  last_success_at timestamptz,
  last_failure_at timestamptz,
  -- The attempt before the last one failed: the endpoint is about to be disabled.
  warned_at timestamptz,
  disabled_at timestamptz,
  created timestamptz not null,
  -- Who delivers, in real time: one process at a time, fenced by `lease_claims`, seen to be dead by its presence lock.
  lease_until timestamptz,
  lease_owner integer,
  lease_claims integer not null default 0,
  -- While the application's clock is being turned, due attempts are made by whoever turns it (real time).
  held_until timestamptz,
  primary key (application_id, id),
  check ((sealed_former_secret is null) = (former_until is null))
);
create unique index webhooks_url on webhooks (application_id, url);
create unique index webhooks_by_age on webhooks (application_id, seq);

-- One subscriber per event type and application.
create table webhook_subscriptions (
  application_id uuid not null,
  event_type text not null,
  webhook_id uuid not null,
  primary key (application_id, event_type),
  foreign key (application_id, webhook_id) references webhooks (application_id, id) on delete cascade
);
create index webhook_subscriptions_of on webhook_subscriptions (application_id, webhook_id);

-- No foreign key to the webhook: it would have every event of an application lock the one row its deliveries update.
create table webhook_messages (
  application_id uuid not null,
  id uuid not null,
  seq bigint generated always as identity,
  webhook_id uuid not null,
  event_id text not null,
  event_type text not null,
  -- What is delivered, byte for byte, but for the sentinel of the public origin.
  payload text not null,
  status text not null default 'pending' check (status in ('pending', 'success', 'failed')),
  attempts integer not null default 0,
  -- Attempts of the present round of the schedule; a replay or a recovered endpoint starts anew.
  tries integer not null default 0,
  -- When the next attempt is due, in the application's time; null when none is.
  due_at timestamptz,
  created timestamptz not null,
  primary key (application_id, id),
  check ((status = 'pending') = (due_at is not null))
);
create unique index webhook_messages_by_age on webhook_messages (application_id, webhook_id, seq desc);
create index webhook_messages_due on webhook_messages (application_id, webhook_id, due_at, seq) where due_at is not null;
-- Most messages have been delivered: only the others are looked for by their status.
create index webhook_messages_by_status on webhook_messages (application_id, webhook_id, status, seq desc)
  where status <> 'success';
create index webhook_messages_by_type on webhook_messages (application_id, webhook_id, event_type, seq desc);
create index webhook_messages_of_event on webhook_messages (application_id, event_id);
create index webhook_messages_by_time on webhook_messages (application_id, created);

create table webhook_attempts (
  application_id uuid not null,
  message_id uuid not null,
  number integer not null,
  id uuid not null,
  url text not null,
  status text not null check (status in ('Success', 'Failed')),
  -- 0 when no answer came.
  code integer not null,
  response text not null,
  duration_ms integer not null,
  at timestamptz not null,
  primary key (application_id, message_id, number)
);
