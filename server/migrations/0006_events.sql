-- The one outbox: append-only, in the transaction of the change it tells of.

create table events (
  application_id uuid not null,
  seq bigint generated always as identity,
  -- 64 lower-case hex characters.
  id text not null,
  entity text not null,
  verb text not null,
  user_id uuid not null,
  -- Consent whose key seals the body; null when the body holds nothing read from a bank.
  consent_id uuid,
  occurred timestamptz not null,
  data_ref text not null,
  -- json, not jsonb: members keep their order on the wire.
  data json,
  sealed_data bytea,
  primary key (application_id, seq),
  unique (application_id, id)
);
create index events_by_time on events (application_id, occurred desc, seq desc);
create index events_of_user on events (application_id, user_id, occurred desc, seq desc);
create index events_by_type on events (application_id, entity, verb, occurred desc, seq desc);
create index events_of_consent on events (application_id, consent_id) where consent_id is not null;
