-- Accounts and transactions. Index columns are plain; what the bank said is sealed under the consent's key.

create table accounts (
  application_id uuid not null,
  id uuid not null,
  seq bigint generated always as identity,
  user_id uuid not null,
  consent_id uuid not null,
  connection_id uuid not null,
  institution_id text not null,
  reference_hash bytea not null,
  status text not null check (status in ('available', 'unavailable')),
  class_type text not null,
  last_updated timestamptz not null,
  -- Rows of each status, kept with every change, so that the size of an unfiltered list costs nothing.
  posted_count bigint not null default 0,
  pending_count bigint not null default 0,
  sealed_body bytea not null,
  primary key (application_id, id),
  unique (application_id, connection_id, reference_hash)
);
create unique index accounts_of_user on accounts (application_id, user_id, seq);

-- Fifty or so ready-to-serve JSON fragments sealed together: a page of a list opens a dozen boxes, not five hundred.
create table transaction_blocks (
  application_id uuid not null,
  account_id uuid not null,
  id bigint generated always as identity,
  sealed_fragments bytea not null,
  primary key (application_id, account_id, id)
);

create table transactions (
  application_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  -- Pending rows sort before posted ones: 'infinity'.
  sort_date date not null,
  seq bigint not null,
  status text not null check (status in ('pending', 'posted')),
  direction text not null check (direction in ('debit', 'credit')),
  class text not null,
  block_id bigint not null,
  -- Byte range of the row's fragment in the opened block.
  block_start integer not null,
  block_end integer not null,
  primary key (application_id, id)
);
create unique index transactions_of_account on transactions (application_id, account_id, sort_date, seq)
  include (status, direction, class);
