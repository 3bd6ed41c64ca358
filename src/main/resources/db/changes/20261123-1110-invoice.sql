--liquibase formatted sql
--changeset latchkey:invoice splitStatements:true endDelimiter:;;

create table invoice_counter (
  clinic_id   uuid    primary key references clinic,
  last_number integer not null check (last_number > 0)
);;

-- Amounts have three decimals, the most a currency in use has.
create table invoice (
  id         uuid           primary key,
  clinic_id  uuid           not null references clinic,
  client_id  uuid           not null,
  status     text           not null check (status in ('DRAFT', 'OPEN', 'PAID', 'VOID')),
  number     integer        check (number > 0),
  issued_on  date,
  due_on     date           not null,
  currency   text           not null check (currency ~ '^[A-Z]{3}$'),
  total      numeric(15, 3) not null check (total between 0 and 9999999.999),
  tax_total  numeric(15, 3) not null check (tax_total between 0 and total),
  paid       numeric(15, 3) not null check (paid between 0 and total),
  created_at timestamptz    not null,
  voided_at  timestamptz,
  version    bigint         not null,
  unique (clinic_id, id),
  unique (clinic_id, number),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  check ((status = 'DRAFT') = (number is null)),
  check ((status = 'DRAFT') = (issued_on is null)),
  check (due_on >= issued_on),
  check ((status = 'VOID') = (voided_at is not null)),
  check (case status when 'OPEN' then paid < total when 'PAID' then paid = total else paid = 0 end)
);;

create index invoice_as_drafted on invoice (clinic_id, client_id, id desc);;
create index invoice_as_issued on invoice (clinic_id, client_id, issued_on desc, number desc);;

-- Net and tax may differ from the exact product by half a coin, and the largest coin is 1 (of a currency without decimals).
create table invoice_line (
  invoice_id  uuid           not null,
  position    integer        not null check (position between 0 and 99),
  clinic_id   uuid           not null,
  description text           not null check (description <> ''),
  quantity    numeric(9, 3)  not null check (quantity > 0 and quantity <= 100000),
  unit_price  numeric(15, 3) not null check (unit_price between 0 and 9999999.999),
  tax_rate    numeric(5, 2)  not null check (tax_rate between 0 and 100),
  net         numeric(15, 3) not null check (abs(net - quantity * unit_price) <= 0.5),
  tax         numeric(15, 3) not null check (abs(tax - net * tax_rate / 100) <= 0.5),
  primary key (invoice_id, position),
  foreign key (clinic_id, invoice_id) references invoice (clinic_id, id)
);;

create table payment (
  id          uuid           primary key,
  clinic_id   uuid           not null,
  invoice_id  uuid           not null,
  amount      numeric(15, 3) not null check (amount > 0),
  method      text           not null check (method in ('CARD', 'CASH', 'BANK_TRANSFER', 'OTHER')),
  paid_on     date           not null,
  recorded_at timestamptz    not null,
  unique (clinic_id, id),
  foreign key (clinic_id, invoice_id) references invoice (clinic_id, id)
);;

create index payment_of_invoice on payment (invoice_id);;

-- What was once given a number stands: nothing of it changes but how it is paid, or that it is void, and it is never deleted.
create function invoice_stands() returns trigger language plpgsql as $$
declare
  moving constant text[] := array ['status', 'paid', 'voided_at', 'version'];
begin
  if tg_op = 'DELETE' or old.status <> 'OPEN' or to_jsonb(new) - moving <> to_jsonb(old) - moving then
    raise exception 'an invoice that is no draft stands as it is';
  end if;
  return new;
end
$$;;

create trigger invoice_stands before update or delete on invoice
  for each row when (old.status <> 'DRAFT') execute function invoice_stands();;

create function invoice_lines_stand() returns trigger language plpgsql as $$
declare
  line invoice_line := coalesce(new, old);
begin
  if (select status from invoice where id = line.invoice_id) <> 'DRAFT' then
    raise exception 'the lines of an invoice that is no draft stand as they are';
  end if;
  return line;
end
$$;;

create trigger invoice_lines_stand before insert or update or delete on invoice_line
  for each row execute function invoice_lines_stand();;

-- At commit: an invoice's totals are the sums of its lines, and what is paid is the sum of its payments.
create function invoice_adds_up() returns trigger language plpgsql as $$
declare
  changed constant jsonb := to_jsonb(coalesce(new, old));
  invoice_changed constant uuid := coalesce(changed ->> 'invoice_id', changed ->> 'id');
begin
  if exists (
    select from invoice i,
           lateral (select sum(net + tax) as total, sum(tax) as tax from invoice_line where invoice_id = i.id) lines,
           lateral (select coalesce(sum(amount), 0) as paid from payment where invoice_id = i.id) payments
     where i.id = invoice_changed
       and (i.total, i.tax_total, i.paid) is distinct from (lines.total, lines.tax, payments.paid)
  ) then
    raise exception 'the sums of an invoice are not those of its lines and payments';
  end if;
  return null;
end
$$;;

create constraint trigger invoice_adds_up after insert or update on invoice
  deferrable initially deferred for each row execute function invoice_adds_up();;
create constraint trigger invoice_lines_add_up after insert or update or delete on invoice_line
  deferrable initially deferred for each row execute function invoice_adds_up();;
create constraint trigger payments_add_up after insert or update or delete on payment
  deferrable initially deferred for each row execute function invoice_adds_up();;
