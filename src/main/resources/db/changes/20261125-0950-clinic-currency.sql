--liquibase formatted sql
--changeset latchkey:clinic-currency

-- Those in use with four decimals (ISO 4217); amounts have three.
alter table clinic
  add check (currency not in ('CLF', 'UYW'));
