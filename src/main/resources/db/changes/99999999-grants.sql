--liquibase formatted sql
--changeset latchkey:grants runAlways:true runOnChange:true splitStatements:false

-- What the application may do, whose user owns nothing. It runs at every start and after every other change, so that a new table or
-- another user needs no change of its own. With one user for all there is nobody to grant anything to.
do $$
declare
  part regclass;
begin
  if '${application}' not in ('nobody', current_user) then
    grant select, insert, update, delete on all tables in schema public to "${application}";
    revoke update, delete on audit_event, audit_seal from "${application}";
    -- The years of the trail, also those that were taken off it, are nobody's to ask for.
    for part in select oid from pg_class where relname like 'audit\_event\__%' and relkind = 'r' and relnamespace = 'public'::regnamespace loop
      execute format('revoke all on %s from "${application}"', part);
    end loop;
    revoke insert, update, delete on audit_archived_year from "${application}";
    revoke all on databasechangelog from "${application}";
    grant select on databasechangelog to "${application}"; -- a node is ready when it finds all changes there
  end if;
end
$$;
