package dev.latchkey.faults;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How long a fault lasts is part of the fault: nothing is waited for but the time. */
final class Moments {

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private Moments() {}

    static void pass(Duration time) {
        try {
            NEVER.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
