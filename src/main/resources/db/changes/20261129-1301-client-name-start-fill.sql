--liquibase formatted sql
--changeset latchkey:client-name-start-fill splitStatements:false runInTransaction:false

-- The names that were there before. A thousand at a time, each locked while it is read: whoever renames one meanwhile comes after, and the
-- trigger puts right what is written here.
do $$
declare
  last uuid := '00000000-0000-0000-0000-000000000000';
  ids  uuid[];
begin
  loop
    perform set_config('latchkey.clinic', '*', true);
    select array_agg(id order by id) into ids
      from (select id from client where id > last order by id limit 1000 for share) locked;
    exit when ids is null;
    insert into client_name_start (clinic_id, archived, start, family_name, given_name, client_id)
      select clinic_id, archived_at is not null, start, lower(family_name), lower(given_name), id
        from client, name_starts(family_name || ' ' || given_name) start
       where id = any(ids)
      on conflict do nothing;
    last := ids[cardinality(ids)];
    commit;
  end loop;
end
$$;
