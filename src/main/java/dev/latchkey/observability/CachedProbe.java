package dev.latchkey.observability;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Probes something that may never answer. Every caller waits for a second at most, and only one probe runs at a time. Until it is five
 * seconds late its last answer counts: a node that is short of processor time, or has many callers, is not a broken one.
 */
final class CachedProbe<T> {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LATENESS = Duration.ofSeconds(5);
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(CachedProbe::thread);

    private final Callable<T> question;
    private final Duration goodFor;
    private final Duration patience;
    private final Duration lateness;
    private volatile Optional<T> last = Optional.empty();
    private @Nullable Future<T> answer;
    private long askedAt;

    /** @param goodFor how long the same answer is given again */
    CachedProbe(Duration goodFor, Callable<T> question) {
        this(goodFor, PATIENCE, LATENESS, question);
    }

    CachedProbe(Duration goodFor, Duration patience, Duration lateness, Callable<T> question) {
        this.question = question;
        this.goodFor = goodFor;
        this.patience = patience;
        this.lateness = lateness;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "probe");
        thread.setDaemon(true);
        return thread;
    }

    /** Nothing if it failed, or takes too long. */
    Optional<T> answer() {
        try {
            return Optional.of(inFlight().get(patienceLeft(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            return Optional.empty();
        } catch (TimeoutException e) {
            return isMuchTooLate() ? Optional.empty() : last;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized Future<T> inFlight() {
        if (answer == null || answer.isDone() && age() >= goodFor.toNanos()) {
            askedAt = System.nanoTime();
            answer = THREADS.submit(this::remembering);
        }
        return answer;
    }

    private T remembering() throws Exception {
        try {
            var now = question.call();
            last = Optional.of(now);
            return now;
        } catch (Exception e) {
            last = Optional.empty();
            throw e;
        }
    }

    private synchronized long patienceLeft() {
        return Math.max(0, patience.toNanos() - age());
    }

    private synchronized boolean isMuchTooLate() {
        return age() >= patience.plus(lateness).toNanos();
    }

    private long age() {
        return System.nanoTime() - askedAt;
    }
}
