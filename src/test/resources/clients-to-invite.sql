-- 2,000 clients of the only clinic, who were never invited.
insert into client (id, clinic_id, given_name, family_name, email, address_key, created_at, version)
select uuidv7(), clinic.id, 'Mia', 'Larsen ' || n, 'invited-' || n || '@example.org', 'invited-' || n || '@example.org', now(), 0
  from clinic, generate_series(1, 2000) n;
