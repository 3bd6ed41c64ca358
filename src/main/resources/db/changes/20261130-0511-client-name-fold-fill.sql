--liquibase formatted sql
--changeset latchkey:client-name-fold-fill splitStatements:false runInTransaction:false

-- The beginnings of the names that were there before, as they are compared from now on: those that are new, a thousand clients at a time,
-- and then, clinic by clinic, without those that no name has any more.
do $$
declare
  last   uuid := '00000000-0000-0000-0000-000000000000';
  ids    uuid[];
  clinic uuid;
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

  perform set_config('latchkey.clinic', '*', true);
  for clinic in select distinct clinic_id from client order by clinic_id loop
    perform set_config('latchkey.clinic', '*', true);
    delete from client_name_start former
     where former.clinic_id = clinic
       and not exists (select from client, name_starts(client.family_name || ' ' || client.given_name) start
                        where client.clinic_id = clinic and client.id = former.client_id
                          and (client.archived_at is not null) = former.archived
                          and lower(client.family_name) = former.family_name and lower(client.given_name) = former.given_name
                          and start = former.start);
    commit;
  end loop;
end
$$;
