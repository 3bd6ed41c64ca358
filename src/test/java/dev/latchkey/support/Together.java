package dev.latchkey.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Several callers at the same moment. */
public final class Together {

    private Together() {}

    /** Does them all at once, and answers in their order. */
    public static <T> List<T> all(List<Callable<T>> acts) throws Exception {
        var start = new CountDownLatch(1);
        var people = Executors.newFixedThreadPool(acts.size());
        try {
            var answers = acts.stream()
                    .map(act -> people.submit(() -> {
                        start.await();
                        return act.call();
                    }))
                    .toList();
            start.countDown();
            var all = new ArrayList<T>();
            for (var answer : answers) {
                all.add(answer.get());
            }
            return all;
        } finally {
            people.shutdownNow();
        }
    }
}
