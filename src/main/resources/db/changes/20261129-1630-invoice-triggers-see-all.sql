--liquibase formatted sql
--changeset latchkey:invoice-triggers-see-all splitStatements:true endDelimiter:;;

-- Row-level security binds what a trigger reads, too. A rule that saw nothing, because its caller had hidden everything from itself, took
-- that for nothing wrong.
create or replace function invoice_lines_stand() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  line   invoice_line := coalesce(new, old);
  asking constant text := coalesce(current_setting('latchkey.clinic', true), '');
  state  text;
begin
  perform set_config('latchkey.clinic', '*', true);
  select status into state from invoice where id = line.invoice_id;
  perform set_config('latchkey.clinic', asking, true);
  if state <> 'DRAFT' then
    raise exception 'the lines of an invoice that is no draft stand as they are';
  end if;
  return line;
end
$$;;

create or replace function invoice_adds_up() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  changed constant jsonb := to_jsonb(coalesce(new, old));
  invoice_changed constant uuid := coalesce(changed ->> 'invoice_id', changed ->> 'id');
  asking constant text := coalesce(current_setting('latchkey.clinic', true), '');
  differs boolean;
begin
  perform set_config('latchkey.clinic', '*', true);
  differs := exists (
    select from invoice i,
           lateral (select sum(net + tax) as total, sum(tax) as tax from invoice_line where invoice_id = i.id) lines,
           lateral (select coalesce(sum(amount), 0) as paid from payment where invoice_id = i.id) payments
     where i.id = invoice_changed
       and (i.total, i.tax_total, i.paid) is distinct from (lines.total, lines.tax, payments.paid));
  perform set_config('latchkey.clinic', asking, true);
  if differs then
    raise exception 'the sums of an invoice are not those of its lines and payments';
  end if;
  return null;
end
$$;;
