-- The least that a refresh must write: that the session was refreshed, and how often.
\set n random(0, 9999)
update session set refreshes = refreshes + 1, refreshed_at = refreshed_at + interval '1 microsecond' where id = bench_id(10, :n);
