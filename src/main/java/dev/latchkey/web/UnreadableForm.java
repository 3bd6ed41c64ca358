package dev.latchkey.web;

import java.util.Arrays;
import org.jboss.resteasy.reactive.server.handlers.FormBodyHandler;

/** Tells whether a form could not be read because of how it was sent: the framework's parser throws whatever comes to hand. */
final class UnreadableForm {

    private static final String DISK = "sun.nio.";

    private UnreadableForm() {}

    static boolean isBehind(Throwable failure) {
        return isPassed(failure, FormBodyHandler.class.getName()) && !isPassed(root(failure), DISK);
    }

    private static boolean isPassed(Throwable failure, String place) {
        return Arrays.stream(failure.getStackTrace())
                .anyMatch(step -> step.getClassName().startsWith(place));
    }

    private static Throwable root(Throwable failure) {
        var cause = failure.getCause();
        return cause == null ? failure : root(cause);
    }
}
