--liquibase formatted sql
--changeset latchkey:letter

create table letter (
  id           uuid        primary key,
  clinic_id    uuid        not null references clinic,
  kind         text        not null,
  recipient    text        not null,
  content      bytea,
  status       text        not null,
  queued_at    timestamptz not null,
  useful_until timestamptz,
  sent_at      timestamptz,
  attempts     integer     not null,
  failure      text,

  constraint letter_status check (status in ('queued', 'sent', 'failed', 'withdrawn', 'expired')),
  -- The content holds the secret of a link, so it lives exactly as long as the letter waits.
  constraint letter_content_only_while_queued check ((status = 'queued') = (content is not null)),
  constraint letter_sent_at check ((status = 'sent') = (sent_at is not null)),
  constraint letter_failed_for_a_reason check (status <> 'failed' or failure is not null),
  constraint letter_attempts check (attempts >= 0)
);

create index letter_clinic_id on letter (clinic_id);
