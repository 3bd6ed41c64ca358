--liquibase formatted sql
--changeset latchkey:grants runAlways:true runOnChange:true splitStatements:false

-- What the application may do, whose user owns nothing. It runs at every start and after every other change, so that a new table, another
-- user or another database (rights on a database are not in its dump) needs no change of its own. With one user for all there is nobody to
-- grant anything to.
do $$
declare
  part  regclass;
  rises regprocedure;
begin
  -- A temporary table, or one in a schema that anybody may write to, could stand before one of ours.
  if exists (select from pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba)))
              where datname = current_database() and grantee = 0 and privilege_type = 'TEMPORARY') then
    execute format('revoke temporary on database %I from public', current_database());
  end if;
  if exists (select from pg_namespace, aclexplode(nspacl)
              where nspname = 'public' and grantee = 0 and privilege_type = 'CREATE') then
    revoke create on schema public from public;
  end if;

  -- Nodes of before 20261129-1530 look for a session while the connection shows what it last did, and do not call themselves Latchkey. When
  -- the last of them has gone, the next start draws this line (tenancy.RowLevelSecurityCheck says so as long as it is not).
  if not (select relforcerowsecurity from pg_class where oid = 'session'::regclass)
     and not exists (select from pg_stat_activity
                      where datname = current_database() and pid <> pg_backend_pid() and usename = '${application}'
                        and application_name = 'PostgreSQL JDBC Driver') then
    alter table session enable row level security, force row level security;
  end if;

  if '${application}' not in ('nobody', current_user) then
    grant select, insert, update, delete on all tables in schema public to "${application}";
    revoke update, delete on audit_event from "${application}";
    revoke insert, update, delete on audit_seal, audit_unsealed from "${application}"; -- written by functions of the owner's alone
    for part in select inhrelid from pg_inherits where inhparent = 'audit_event'::regclass loop
      execute format('revoke all on %s from "${application}"', part); -- it goes by way of the whole trail
    end loop;
    revoke all on databasechangelog from "${application}";
    grant select on databasechangelog to "${application}"; -- a node is ready when it finds all changes there
    for rises in select oid from pg_proc where pronamespace = 'public'::regnamespace and prosecdef loop
      execute format('revoke execute on function %s from public', rises);
      execute format('grant execute on function %s to "${application}"', rises);
    end loop;
  end if;
end
$$;
