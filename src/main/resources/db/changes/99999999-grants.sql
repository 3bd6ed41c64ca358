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
    for part in select inhrelid from pg_inherits where inhparent = 'audit_event'::regclass loop
      execute format('revoke all on %s from "${application}"', part); -- it goes by way of the whole trail
    end loop;
    revoke all on databasechangelog from "${application}";
    grant select on databasechangelog to "${application}"; -- a node is ready when it finds all changes there
  end if;
end
$$;
