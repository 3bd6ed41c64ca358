package dev.latchkey.framework;

import io.quarkus.runtime.Application;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waits until the application has stopped, which may go on beside a hook of the virtual machine. */
public final class ApplicationEnd {

    private ApplicationEnd() {}

    /** One that hangs in its stopping is not waited for any longer. */
    public static void await(Duration longest) {
        var application = Application.currentApplication();
        if (application != null) {
            CompletableFuture.runAsync(application::awaitShutdown)
                    .completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
    }
}
