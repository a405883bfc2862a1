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
  -- False once the partner deleted the connection: the account stays, the link to the connection does not.
  connected boolean not null default true,
  -- Rows of each status, kept with every change, so that the size of an unfiltered list costs nothing.
  posted_count bigint not null default 0,
  pending_count bigint not null default 0,
  -- First and last day of the posted rows, once all of them were read.
  interval_from date,
  interval_to date,
  -- Next numbers of this account's rows and blocks, and the last block while it has room.
  next_seq bigint not null default 1,
  next_block integer not null default 1,
  open_block integer,
  sealed_body bytea not null,
  primary key (application_id, id),
  unique (application_id, connection_id, reference_hash)
);
create unique index accounts_of_user on accounts (application_id, user_id, seq);

-- Fifty or so ready-to-serve JSON fragments sealed together: a page of a list opens a dozen boxes, not five hundred.
create table transaction_blocks (
  application_id uuid not null,
  account_id uuid not null,
  number integer not null,
  sealed_fragments bytea not null,
  primary key (application_id, account_id, number)
);
-- A box does not compress.
alter table transaction_blocks alter column sealed_fragments set storage external;

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
  -- Date the person made it, where the bank says so.
  made_on date,
  block integer not null,
  -- Byte range of the row's fragment in the opened block.
  block_start integer not null,
  block_end integer not null,
  primary key (application_id, id)
);
-- Holds all that a page and a count look at, so that neither visits the rows themselves.
create unique index transactions_of_account on transactions (application_id, account_id, sort_date, seq)
  include (status, direction, class, made_on, block, block_start, block_end);
