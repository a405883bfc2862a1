-- What is written to people: mail and text messages, with how they were delivered.

create table notices (
  application_id uuid not null references applications (id),
  id uuid not null,
  seq bigint generated always as identity,
  user_id uuid not null,
  consent_id uuid,
  channel text not null check (channel in ('email', 'sms')),
  kind text not null,
  recipient text not null,
  -- Of partner-given fields and consent records only: nothing read from a bank is written into a notice.
  subject text not null,
  text text not null,
  html text,
  status text not null check (status in ('queued', 'sent', 'failed')),
  -- The class of the last failure, never the server's words.
  failure text,
  created timestamptz not null,
  sent timestamptz,
  primary key (application_id, id)
);
create unique index notices_by_age on notices (application_id, seq);
create index notices_of_user on notices (application_id, user_id, seq);
create index notices_by_time on notices (application_id, created);

-- Where to tell the person that the deletion is done: a deleted user's address is nowhere else by then.
alter table data_deletions add column recipient text;
