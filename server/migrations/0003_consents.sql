-- The application's consent policy in its versions, and what each user agreed to.

create table policies (
  application_id uuid not null references applications (id),
  id uuid not null,
  version integer not null,
  status text not null check (status in ('current', 'superseded')),
  -- json, not jsonb: members keep their order on the wire.
  content json not null,
  created timestamptz not null,
  created_by text not null,
  primary key (application_id, id),
  unique (application_id, version)
);
create unique index policies_current on policies (application_id) where status = 'current';

create table consents (
  application_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  policy_id uuid not null,
  status text not null check (status in ('active', 'revoked', 'expired')),
  origin text not null check (origin in ('user', 'partner', 'system')),
  launch_id uuid,
  created timestamptz not null,
  updated timestamptz not null,
  expiry_date timestamptz not null,
  revoked timestamptz,
  ended_reason text check (ended_reason in ('consumer', 'partner', 'expiry', 'superseded', 'user-deleted')),
  -- What was agreed to, for checks that must be quick; `content` says the same at length.
  scopes text[] not null,
  -- What the API shows: purpose and data, fixed at the moment of agreement.
  content json not null,
  -- What only we keep: the texts as displayed, where and how it was given, elections, amendments.
  record jsonb not null,
  primary key (application_id, id),
  foreign key (application_id, policy_id) references policies (application_id, id)
);
create unique index consents_one_active on consents (application_id, user_id) where status = 'active';
create index consents_of_user on consents (application_id, user_id, created desc);
create index consents_due on consents (application_id, expiry_date) where status = 'active';
create unique index consents_one_a_launch on consents (application_id, launch_id) where launch_id is not null;

-- Wrapped data keys, for installations that keep them in a database. Never backed up with the data.
create table consent_keys (
  application_id uuid not null,
  consent_id uuid not null,
  wrapped bytea not null,
  primary key (application_id, consent_id)
);

-- What was deleted, when, why and how much of it: never what it said.
create table data_deletions (
  application_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  consent_id uuid,
  connection_id uuid,
  cause text not null,
  status text not null check (status in ('running', 'done')),
  requested timestamptz not null,
  completed timestamptz,
  counts jsonb not null default '{}',
  primary key (application_id, id)
);
create index data_deletions_running on data_deletions (application_id, user_id) where status = 'running';
