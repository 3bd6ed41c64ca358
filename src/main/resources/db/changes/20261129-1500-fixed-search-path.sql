--liquibase formatted sql
--changeset latchkey:fixed-search-path splitStatements:true endDelimiter:;;

-- What a function names is ours, whatever the caller's own schemas or temporary tables are called. Bodies after "return" are bound as they
-- are written, and can be led nowhere else.
create or replace function audit_text(event audit_event) returns bytea language sql stable
  return convert_to(jsonb_strip_nulls(to_jsonb(event))::text, 'UTF8');;

do $$
declare
  loose regprocedure;
begin
  for loose in
    select p.oid from pg_proc p
     where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' and p.prosqlbody is null
       and pg_has_role(p.proowner, 'usage') -- what is not ours is left alone
       and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = p.oid and deptype = 'e')
       and not coalesce(p.proconfig, '{}') @> array ['search_path=public, pg_temp']
  loop
    execute format('alter function %s set search_path = public, pg_temp', loose);
  end loop;
end
$$;;
