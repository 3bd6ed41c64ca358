--liquibase formatted sql
--changeset latchkey:invoice-dates

alter table invoice
  add check (issued_on between '2000-01-01' and '2099-12-31'),
  add check (due_on between '2000-01-01' and '2099-12-31');

alter table payment
  add check (paid_on between '2000-01-01' and '2099-12-31');
