-- The least that asking for a link must write: the request, and that a worker is to answer it.
\set n random(0, :clients - 1)
begin;
insert into login_request (id, clinic_id, sealed_address_key, address_hash, asked_at)
values (gen_random_uuid(), bench_id(1, :n / 10000), '\x00', '\x00', now()) returning id \gset
insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version) values ('bench', :id, now() + interval '1 day', false, 1);
commit;
