--liquibase formatted sql
--changeset latchkey:client-portal-use-fill splitStatements:false runInTransaction:false

-- The clients who were there before, as far as their links and sessions are still kept. A thousand at a time, each locked while it is read; what
-- happens meanwhile is written by the triggers, and the later moment stays.
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
    insert into client_portal_use as known (clinic_id, client_id, archived, family_name, given_name, invited_at, signed_in_at)
      select clinic_id, id, archived_at is not null, lower(family_name), lower(given_name),
             (select max(minted_at) from login_link
               where login_link.clinic_id = client.clinic_id and login_link.address_key = client.address_key and ordered_by is not null
                 and minted_at >= client.created_at),
             (select max(opened_at) from session where session.clinic_id = client.clinic_id and session.client_id = client.id)
        from client
       where id = any(ids)
       order by id
      on conflict (client_id) do update
        set invited_at = greatest(known.invited_at, excluded.invited_at), signed_in_at = greatest(known.signed_in_at, excluded.signed_in_at);
    last := ids[cardinality(ids)];
    commit;
  end loop;
end
$$;
