package dev.latchkey.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The load while a fault is injected: one asks for links, one follows them, one reads, two write invoices. */
final class Load {

    /** A whole minute of reading, writing and asking without a failure would be a lot; this is some seconds. */
    private static final int ENOUGH_TO_BELIEVE_IT = 100;

    private static final Duration RECOVERS_WITHIN = Duration.ofSeconds(30);
    private static final int LONGEST_PAUSE_MILLIS = 120;

    private final Tally tally;
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService people = Executors.newCachedThreadPool();
    private final List<Future<?>> all = new ArrayList<>();

    private Load(Tally tally) {
        this.tally = tally;
    }

    static Load on(Cluster cluster, Run run, Tally tally) throws Exception {
        var caller = cluster.caller(tally);
        var owner = Cluster.ownerSignsIn(caller);
        var promises = cluster.promises();
        var load = new Load(tally);
        var redeemer = new Redeemer(caller, promises, cluster.mail, run.random("redeemer"));
        load.begin(new Asker(caller, promises, cluster.clients(), run.random("asker")), run.random("asker's pauses"));
        load.begin(redeemer, run.random("redeemer's pauses"));
        load.begin(new Reader(caller, owner, redeemer, run.random("reader")), run.random("reader's pauses"));
        for (var biller : List.of("one biller", "another biller")) {
            load.begin(
                    new Biller(caller, owner, promises, cluster.clients(), run.random(biller)),
                    run.random(biller + "'s pauses"));
        }
        return load;
    }

    private void begin(Role role, Random chance) {
        all.add(people.submit(() -> {
            while (!end.await(chance.nextInt(LONGEST_PAUSE_MILLIS), TimeUnit.MILLISECONDS)) {
                role.act();
            }
            return null;
        }));
    }

    /** So many requests in a row without a failure. */
    void awaitRecovery() throws Exception {
        var already = tally.requests();
        await().atMost(RECOVERS_WITHIN)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> all.stream().anyMatch(Future::isDone)
                        || tally.requests() >= already + ENOUGH_TO_BELIEVE_IT
                                && tally.sinceFailure() >= ENOUGH_TO_BELIEVE_IT);
        for (var one : all) {
            if (one.isDone()) {
                one.get();
            }
        }
    }

    /** When everybody has finished what they were at. */
    void ends() throws Exception {
        end.countDown();
        people.shutdown();
        for (var one : all) {
            one.get();
        }
    }

    /** A caller, and what they do again and again. */
    interface Role {

        void act() throws Exception;
    }
}
