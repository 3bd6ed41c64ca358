#!/bin/sh
# Runs once, when the first database is new.
set -eu

psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" \
    --set=application="$APPLICATION_PASSWORD" --set=replication="$REPLICATION_PASSWORD" <<'SQL'
-- Owns nothing, so that row-level security binds it.
create role latchkey_application login password :'application';
create role latchkey_replication login replication password :'replication';
SQL

# The image lets no other machine replicate.
echo "host replication latchkey_replication samenet scram-sha-256" >> "$PGDATA/pg_hba.conf"
