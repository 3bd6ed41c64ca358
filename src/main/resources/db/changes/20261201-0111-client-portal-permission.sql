--liquibase formatted sql
--changeset latchkey:client-portal-permission

-- A client whom the clinic lets in no more, and sections that it does not show this one.
alter table client
  add column portal_off_at       timestamptz,
  add column portal_appointments boolean not null default true,
  add column portal_invoices     boolean not null default true,
  add column portal_files        boolean not null default true;
