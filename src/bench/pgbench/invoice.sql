-- What GET /v1/invoices/{id} asks: an invoice with its lines and payments.
\set n random(0, :clients - 1)
select i.*, l.*, p.*
  from invoice i
  left join invoice_line l on l.invoice_id = i.id
  left join payment p on p.invoice_id = i.id
 where i.clinic_id = bench_id(1, :n / 10000) and i.client_id = bench_id(6, :n) and i.id = bench_id(8, :n * 5) and i.status <> 'DRAFT';
