--liquibase formatted sql
--changeset latchkey:restored-batches splitStatements:true endDelimiter:;;

-- A batch in a restored backup sends nothing more: its letters were sent since, and no one knows which. Of the function the rest stays.
do $$
declare
  before constant text := pg_get_functiondef('end_what_was_restored(timestamptz)'::regprocedure);
  place  constant text := '  what := ''idempotency_key'';';
  ending constant text := $sql$  what := 'login_link_batch_recipient';
  update login_link_batch_recipient recipient set status = 'cancelled'
    from login_link_batch batch
   where batch.id = recipient.batch_id and batch.started_at < restored and batch.ended_at is null and recipient.status = 'waiting';
  get diagnostics how_many = row_count;
  return next;

  what := 'login_link_batch';
  update login_link_batch set cancelled = waiting, waiting = 0, ended_at = clock_timestamp()
   where started_at < restored and ended_at is null;
  get diagnostics how_many = row_count;
  return next;

$sql$;
begin
  if strpos(before, place) = 0 then
    raise exception 'the function that ends what was restored says no more where it ends';
  end if;
  if strpos(before, 'login_link_batch') = 0 then
    execute replace(before, place, ending || place);
  end if;
end
$$;;
