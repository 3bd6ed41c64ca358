package dev.latchkey.framework;

import java.util.Arrays;
import org.jboss.resteasy.reactive.server.handlers.FormBodyHandler;

/** Tells why a form did not arrive: the framework's parser writes its files to the disk, and throws exceptions of any type. */
public final class MultipartErrors {

    private static final String DISK = "sun.nio.";

    private MultipartErrors() {}

    /** Because of how it was sent. */
    public static boolean isUnreadable(Throwable failure) {
        return isParsed(failure) && !isPassed(root(failure), DISK);
    }

    /** Because its files could not be written: the disk is full, broken or away. */
    public static boolean hasNoRoom(Throwable failure) {
        return isParsed(failure) && isPassed(root(failure), DISK);
    }

    private static boolean isParsed(Throwable failure) {
        return isPassed(failure, FormBodyHandler.class.getName());
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
