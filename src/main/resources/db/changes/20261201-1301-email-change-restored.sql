--liquibase formatted sql
--changeset latchkey:email-change-restored splitStatements:true endDelimiter:;;

-- A copy of before does not know which e-mails were confirmed or cancelled since. Of the function only this part is added.
do $$
declare
  place  constant text := '  what := ''idempotency_key'';';
  added  constant text := $part$  what := 'email_change';
  update email_change set cancelled_at = clock_timestamp()
   where requested_at < restored and expires_at > clock_timestamp() and confirmed_at is null and cancelled_at is null;
  get diagnostics how_many = row_count;
  return next;

$part$;
  before constant text := pg_get_functiondef('end_what_was_restored(timestamptz)'::regprocedure);
begin
  if strpos(before, place) = 0 then
    raise exception 'the function that ends what was restored has no place for changes of e-mail';
  end if;
  execute replace(before, place, added || place);
end
$$;;
