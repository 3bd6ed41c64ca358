-- The least that redeeming a link must write: the link is spent, a session is there.
\set i :i + 1
\set n :client_id * :each + :i
begin;
update login_link set redeemed_at = clock_timestamp()
 where token_hash = sha256(convert_to(:round || '-' || :n, 'UTF8'))
   and coalesce(redeemed_at, superseded_at, revoked_at) is null and clock_timestamp() < expires_at
returning id \gset
insert into session (id, clinic_id, client_id, login_link_id, opened_at, ends_at, refresh_seed, refreshed_at)
values (uuidv7(), bench_id(1, :n / 10000), bench_id(6, :n), :id, now(), now() + interval '12 hours',
        '0123456789012345678901234567890123456789012', now());
commit;
