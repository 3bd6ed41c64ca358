#!/bin/sh
# Of two servers one writes and the other follows. Which is which is written in their data; this only keeps it from going wrong.
set -eu

other="host=$OTHER user=latchkey_replication connect_timeout=3"
export PGPASSWORD="$REPLICATION_PASSWORD"

refuse() {
    echo "$*" >&2
    exit 1
}

# "f": it writes, "t": it follows, nothing: it does not answer.
follows=$(psql "$other dbname=postgres" --no-psqlrc --tuples-only --no-align --command="select pg_is_in_recovery()" || true)

if [ -s "$PGDATA/PG_VERSION" ]; then
    if [ ! -e "$PGDATA/standby.signal" ] && [ "$follows" = f ]; then
        refuse "$OTHER writes since this server was away. Two would part the data: remove this one's volume, and it becomes a copy."
    fi
elif [ "$follows" = f ]; then
    # Whatever slot is left is of a copy that is no more, and may have been thrown away by the server.
    psql "$other dbname=postgres" --no-psqlrc --quiet --output=/dev/null --set=ON_ERROR_STOP=1 <<'SQL'
select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = 'standby';
select pg_create_physical_replication_slot('standby', true);
SQL
    # Copied beside its place and moved there whole: a copy that broke off must not pass for a database.
    rm -rf "$PGDATA.copy"
    mkdir -p "$(dirname "$PGDATA")"
    pg_basebackup --dbname="$other" --pgdata="$PGDATA.copy" --wal-method=stream --checkpoint=fast \
        --slot=standby --write-recovery-conf
    [ ! -d "$PGDATA" ] || rmdir "$PGDATA"
    mv "$PGDATA.copy" "$PGDATA"
elif [ "$follows" = t ]; then
    refuse "$OTHER has the data and is no standby: let it write (pg_ctl promote), and this one becomes a copy."
elif [ "$BEGINS" != yes ]; then
    refuse "$OTHER does not answer, and there is nothing here yet. Trying again."
fi

unset PGPASSWORD
exec "$@"
