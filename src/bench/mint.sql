-- One live link for each of so many clients, of a token made of the round and the client's number. The former round's are cancelled.
\set ON_ERROR_STOP on
set synchronous_commit = off;
update login_link set superseded_at = clock_timestamp() where redeemed_at is null and superseded_at is null and revoked_at is null;
insert into login_link (id, clinic_id, address_key, token_hash, minted_at, expires_at, letter_id)
  select uuidv7(), bench_id(1, n / 10000), 'client-' || n || '@example.org', sha256(convert_to(:'round' || '-' || n, 'UTF8')),
         now(), now() + interval '15 minutes', bench_id(9, n)
    from generate_series(0, :links - 1) n;
