-- A user linked to an institution, the jobs that read it, and what was read about the person.
-- Columns named sealed_* hold AES-256-GCM boxes under the consent's key.

create table connections (
  application_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  consent_id uuid not null,
  institution_id text not null,
  method text not null check (method in ('web', 'open-banking', 'pdf', 'csv')),
  status text not null check (status in ('pending', 'pre-init', 'init', 'active', 'invalid')),
  mfa_enabled boolean not null default false,
  -- Keyed hash of the login id: finds the same login again without being able to say what it is.
  login_hash bytea not null,
  sealed_credentials bytea,
  sealed_profile bytea,
  created timestamptz not null,
  last_used timestamptz,
  expiry_date timestamptz,
  primary key (application_id, id)
);
create index connections_of_user on connections (application_id, user_id, created);
create unique index connections_login on connections (application_id, user_id, institution_id, method, login_hash);
create index connections_consent on connections (application_id, consent_id);

create table jobs (
  application_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  connection_id uuid not null,
  consent_id uuid not null,
  institution_id text not null,
  kind text not null check (kind in ('connect', 'refresh', 'update')),
  status text not null check (status in ('pending', 'in-progress', 'success', 'failed')),
  -- [{title, status, result}], results of failed steps as the contract words them.
  steps json not null,
  created timestamptz not null,
  updated timestamptz not null,
  -- Where the connector stands: session data, so that any worker can go on.
  sealed_state bytea,
  sealed_challenge bytea,
  -- The answer being checked; its keyed hash once the institution accepted it, to know a repeat.
  sealed_answer bytea,
  accepted_answer bytea,
  -- Set while an answer can be given: the application's time.
  challenge_expires timestamptz,
  tries integer not null default 0,
  -- Real time by which the work must be done; null while it waits for the person.
  deadline timestamptz,
  primary key (application_id, id)
);
create index jobs_of_user on jobs (application_id, user_id, created desc);
create unique index jobs_one_running on jobs (application_id, connection_id) where status in ('pending', 'in-progress');
create index jobs_challenge_due on jobs (application_id, challenge_expires) where challenge_expires is not null;
create index jobs_overdue on jobs (application_id, deadline) where status in ('pending', 'in-progress');

create table identities (
  application_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  consent_id uuid not null,
  connection_id uuid not null,
  job_id uuid not null,
  institution_id text not null,
  source text not null check (source in ('web', 'openbanking')),
  created timestamptz not null,
  updated timestamptz not null,
  sealed_body bytea not null,
  primary key (application_id, id),
  unique (application_id, connection_id)
);
create index identities_of_user on identities (application_id, user_id);

create table statements (
  application_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  consent_id uuid not null,
  connection_id uuid not null,
  institution_id text not null,
  account_id uuid,
  reference_hash bytea not null,
  created timestamptz not null,
  sealed_body bytea not null,
  primary key (application_id, id),
  unique (application_id, connection_id, reference_hash)
);
create index statements_of_user on statements (application_id, user_id, created desc);
