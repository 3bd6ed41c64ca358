package dev.latchkey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;

/** The answers that callers got in one run. */
final class Tally {

    private long requests;
    private long failed;
    private long sinceFailure;
    private final Map<String, Integer> kinds = new TreeMap<>();

    synchronized void count(Reply reply) {
        requests++;
        sinceFailure++;
        if (reply.isFailure()) {
            failed++;
            sinceFailure = 0;
            kinds.merge(reply.kind(), 1, Integer::sum);
        }
    }

    synchronized long requests() {
        return requests;
    }

    /** Each of them, also those that were repeated with success. */
    synchronized long failed() {
        return failed;
    }

    synchronized long sinceFailure() {
        return sinceFailure;
    }

    /** As the contract promises: never our fault, and always a reason to come back. */
    static Cluster.Expectation only(String... kinds) {
        return tally ->
                assertThat(tally.kinds().keySet()).as("kinds of failures").isSubsetOf(kinds);
    }

    synchronized Map<String, Integer> kinds() {
        return Map.copyOf(kinds);
    }
}
