package dev.latchkey.framework;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.ApplicationLifecycleManager;
import java.util.logging.Handler;

/** Tells the start of the application from other code that reads its configuration. */
public final class ApplicationStart {

    private ApplicationStart() {}

    /** Configuration is also read by the build and by the test runner, which must find nothing running and leave nothing behind. */
    public static boolean isHappening() {
        return isUnderWay() && !ApplicationLifecycleManager.isAppCDSGeneration();
    }

    private static boolean isUnderWay() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(Application.class.getName())));
    }

    /** What was logged so far, and waits for a console. */
    public static void forgetEarlyLog() {
        InitialConfigurator.DELAYED_HANDLER.setHandlers(new Handler[0]);
    }
}
