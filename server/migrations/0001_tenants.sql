-- Partners, their applications and keys, and the users of each application.

create table partners (
  id uuid primary key,
  name text not null,
  created timestamptz not null
);

create table applications (
  id uuid primary key,
  partner_id uuid not null references partners (id),
  name text not null,
  kind text not null check (kind in ('sandbox', 'production')),
  settings jsonb not null,
  -- The application's time is real time plus this offset, or stands still at `clock_frozen_at`.
  clock_offset_ms bigint not null default 0,
  clock_frozen_at timestamptz,
  created timestamptz not null
);
create index applications_partner on applications (partner_id);

create table api_keys (
  id uuid primary key,
  application_id uuid not null references applications (id),
  key_hash bytea not null unique,
  prefix text not null,
  created timestamptz not null,
  revoked timestamptz
);
create index api_keys_application on api_keys (application_id);

create table users (
  application_id uuid not null references applications (id),
  id uuid not null,
  seq bigint generated always as identity,
  email text not null default '',
  mobile text not null default '',
  first_name text not null default '',
  middle_name text not null default '',
  last_name text not null default '',
  -- Business members of the contract, as supplied: businessName, businessIdNo, businessAddress, …
  business jsonb not null default '{}',
  created timestamptz not null,
  updated timestamptz not null,
  primary key (application_id, id)
);
create unique index users_by_age on users (application_id, seq desc);
create index users_email on users (application_id, email);
create index users_mobile on users (application_id, mobile);

-- One row a user: a new link takes the place of the former one.
create table auth_links (
  application_id uuid not null,
  user_id uuid not null,
  id uuid not null unique,
  mobile text not null,
  created timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (application_id, user_id),
  foreign key (application_id, user_id) references users (application_id, id) on delete cascade
);

-- What this database belongs to: a master key that does not match would find nothing it can open.
create table installation (
  singleton boolean primary key default true check (singleton),
  master_key_check bytea not null,
  created timestamptz not null
);
