-- One opening of the Consent UI each, from the first URL to the hand-back. Times are real time.

create table launches (
  application_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  -- Hash of the secret in the launch's cookie; whoever has the address alone has nothing.
  secret_hash bytea not null,
  -- As asked for: {action, institutionId, connectionId, state, redirectUrl, origin}.
  request jsonb not null,
  -- The trusted adviser named by the token, or null.
  adviser jsonb,
  created timestamptz not null,
  expires_at timestamptz not null,
  -- The consent given in this launch, if one was.
  consent_id uuid,
  -- Institutions the person approved in this launch, with the time of each.
  approvals jsonb not null default '{}',
  ended_at timestamptz,
  ending text check (ending in ('done', 'left', 'withdrawn', 'closed')),
  -- What the person brought about, beside connecting banks.
  accomplished text check (accomplished in ('extended', 'updated', 'revoked')),
  -- Choices and facts of this launch that its later steps show.
  progress jsonb not null default '{}',
  primary key (application_id, id),
  foreign key (application_id, user_id) references users (application_id, id) on delete cascade
);
create index launches_user on launches (application_id, user_id, created desc);
create index launches_expired on launches (application_id, expires_at);

-- The jobs a launch started or joined, in order.
create table launch_attempts (
  application_id uuid not null,
  launch_id uuid not null,
  job_id uuid not null,
  institution_id text not null,
  connection_id uuid not null,
  consent_id uuid not null,
  -- The login id under the consent's key, so that trying again needs the password only.
  sealed_login bytea,
  seq bigint generated always as identity,
  primary key (application_id, launch_id, job_id),
  foreign key (application_id, launch_id) references launches (application_id, id) on delete cascade
);
create index launch_attempts_order on launch_attempts (application_id, launch_id, seq);

-- The code that proves the mobile of an auth link's person, and the rules of asking for it. Times are real time.
create table auth_link_codes (
  application_id uuid not null,
  user_id uuid not null,
  link_id uuid not null,
  -- Keyed hash of the code sent last.
  code_hash bytea not null,
  sent_at timestamptz not null,
  sent int not null,
  wrong int not null default 0,
  locked_until timestamptz,
  primary key (application_id, link_id),
  foreign key (application_id, user_id) references users (application_id, id) on delete cascade
);
create index auth_link_codes_user on auth_link_codes (application_id, user_id);
