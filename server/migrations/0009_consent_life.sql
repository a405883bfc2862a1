-- The life of a consent after it was given: policy drafts, dates that fall due, background refreshes, logins on trial.

-- One draft an application; it becomes a version when it is published.
create table policy_drafts (
  application_id uuid primary key references applications (id),
  -- json, not jsonb: members keep their order.
  content json not null,
  updated timestamptz not null,
  updated_by text not null
);

-- Both in the application's time; null when there is nothing to tell.
alter table consents add column warning_due timestamptz, add column reminder_due timestamptz;
update consents set warning_due = expiry_date - interval '7 days', reminder_due = updated + interval '90 days'
  where status = 'active';
create index consents_warning_due on consents (application_id, warning_due)
  where status = 'active' and warning_due is not null;
create index consents_reminder_due on consents (application_id, reminder_due)
  where status = 'active' and reminder_due is not null;

alter table connections
  -- When the server refreshes it next, in the application's time; null while it may not.
  add column refresh_due timestamptz,
  -- Since when background refreshes find the institution unavailable.
  add column unavailable_since timestamptz;
create index connections_refresh_due on connections (application_id, refresh_due) where refresh_due is not null;

alter table jobs
  -- Started by the server, not by a person or the partner.
  add column background boolean not null default false,
  -- A new login that the institution has not accepted yet; the connection keeps its own until then.
  add column sealed_login bytea;
create index jobs_by_age on jobs (application_id, created) where status in ('success', 'failed');

-- Null once the person disconnected the bank: under no consent, the account is out of sight until it is deleted.
alter table accounts alter column consent_id drop not null;

-- The connection an event was read through, so that its body goes with the data of that connection.
alter table events add column connection_id uuid;
create index events_of_connection on events (application_id, connection_id) where sealed_data is not null;
