--liquibase formatted sql
--changeset latchkey:money-of-every-currency runInTransaction:false

-- Up to four decimals, and as much as an invoice of many rials or dongs comes to; rates that are the sum of several. Without a precision of
-- the type, for widening to that leaves the rows as they are: they are read once for the checks, and not written. Each table by itself, so
-- that no node waits for two; every statement may come again.
alter table clinic
  drop constraint if exists clinic_currency_check1;

alter table invoice
  drop constraint if exists invoice_total_check,
  drop constraint if exists invoice_scale_check,
  alter column total type numeric,
  alter column tax_total type numeric,
  alter column paid type numeric,
  add constraint invoice_total_check check (total between 0 and 999999999999.9999),
  add constraint invoice_scale_check check (scale(total) <= 4 and scale(tax_total) <= 4 and scale(paid) <= 4);

alter table invoice_line
  drop constraint if exists invoice_line_unit_price_check,
  drop constraint if exists invoice_line_scale_check,
  alter column unit_price type numeric,
  alter column tax_rate type numeric,
  alter column net type numeric,
  alter column tax type numeric,
  add constraint invoice_line_unit_price_check check (unit_price between 0 and 999999999999.9999),
  add constraint invoice_line_scale_check
    check (scale(unit_price) <= 4 and scale(tax_rate) <= 4 and scale(net) <= 4 and scale(tax) <= 4);

alter table payment
  drop constraint if exists payment_scale_check,
  alter column amount type numeric,
  add constraint payment_scale_check check (scale(amount) <= 4);
