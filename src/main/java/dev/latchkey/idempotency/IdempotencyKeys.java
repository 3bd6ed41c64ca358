package dev.latchkey.idempotency;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.latchkey.http.ETags;
import dev.latchkey.http.WebReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Optional;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The keys of the last 24 hours and the answers first given to them. Every method runs in the transaction of the act. */
@ApplicationScoped
class IdempotencyKeys {

    private final Session database;

    IdempotencyKeys(Session database) {
        this.database = database;
    }

    /** Refuses while the first request with this key is still running, on this node or another. */
    void lock(String caller, String key) {
        var got = database.createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended(?1, 42)) as got", Boolean.class)
                .addScalar("got", Boolean.class)
                .setParameter(1, caller + " " + key)
                .getSingleResult();
        if (!Boolean.TRUE.equals(got)) {
            throw WebReason.IDEMPOTENCY_KEY_IN_USE.refusal();
        }
    }

    Optional<FirstAnswer> find(String caller, String key) {
        database.createNativeMutationQuery(
                        "delete from idempotency_key where caller = ?1 and kept_at < now() - interval '24 hours'")
                .setParameter(1, caller)
                .executeUpdate();
        return database.createNativeQuery(
                        "select fingerprint, status, location, tagged, body from idempotency_key where caller = ?1 and key = ?2",
                        Tuple.class)
                .setParameter(1, caller)
                .setParameter(2, key)
                .getResultStream()
                .map(row -> new FirstAnswer(
                        row.get(0, byte[].class),
                        row.get(1, Number.class).intValue(),
                        row.get(2, String.class),
                        row.get(3, Boolean.class),
                        row.get(4, String.class)))
                .findFirst();
    }

    void keep(String caller, String key, byte[] fingerprint, RestResponse<?> answer, String body) {
        var location = answer.getHeaders().getFirst(HttpHeaders.LOCATION);
        database.createNativeMutationQuery(
                        "insert into idempotency_key (caller, key, fingerprint, status, location, tagged, body)"
                                + " values (?1, ?2, ?3, ?4, cast(?5 as text), ?6, ?7)")
                .setParameter(1, caller)
                .setParameter(2, key)
                .setParameter(3, fingerprint)
                .setParameter(4, answer.getStatus())
                .setParameter(5, location == null ? null : location.toString())
                .setParameter(6, answer.getEntity() instanceof ETags.TaggedAnswer)
                .setParameter(7, body)
                .executeUpdate();
        forgetSome();
    }

    /** Of all callers, for some never come back. Few at a time, and rows that another transaction holds are skipped, so that no request waits. */
    private void forgetSome() {
        database.createNativeQuery("select forget_idempotency_keys() as forgotten", Integer.class)
                .addScalar("forgotten", Integer.class)
                .getSingleResult();
    }

    /** The first answer, as it was given. */
    record FirstAnswer(
            byte[] fingerprint, int status, @Nullable String location, boolean tagged, String body) {

        RestResponse<?> replayTo(byte[] repeated) {
            if (!Arrays.equals(fingerprint, repeated)) {
                throw WebReason.IDEMPOTENCY_KEY_REUSED.refusal();
            }
            var again = tagged ? new TaggedReplay(body) : new Replay(body);
            var answer = RestResponse.ResponseBuilder.create(RestResponse.Status.fromStatusCode(status), again);
            return (location == null ? answer : answer.header(HttpHeaders.LOCATION, location)).build();
        }
    }

    /** Written as it was the first time. */
    record Replay(@JsonValue @JsonRawValue String body) {}

    /** The same, so that its entity tag is the same too. */
    record TaggedReplay(@JsonValue @JsonRawValue String body) implements ETags.TaggedAnswer {}
}
