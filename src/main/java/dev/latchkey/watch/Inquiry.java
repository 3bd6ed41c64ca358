package dev.latchkey.watch;

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

/** Asks what may never answer. It has a second, however many want to know, and is not asked again before it has answered. */
final class Inquiry<T> {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(Inquiry::thread);

    private final Callable<T> question;
    private final Duration goodFor;
    private @Nullable Future<T> answer;
    private long askedAt;

    /** @param goodFor how long the same answer is given again */
    Inquiry(Duration goodFor, Callable<T> question) {
        this.question = question;
        this.goodFor = goodFor;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "inquiry");
        thread.setDaemon(true);
        return thread;
    }

    /** Nothing if it failed, or takes too long. */
    Optional<T> answer() {
        try {
            return Optional.of(asked().get(patienceLeft(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized Future<T> asked() {
        if (answer == null || answer.isDone() && age() >= goodFor.toNanos()) {
            askedAt = System.nanoTime();
            answer = THREADS.submit(question);
        }
        return answer;
    }

    private synchronized long patienceLeft() {
        return Math.max(0, PATIENCE.toNanos() - age());
    }

    private long age() {
        return System.nanoTime() - askedAt;
    }
}
