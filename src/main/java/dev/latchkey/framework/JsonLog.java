package dev.latchkey.framework;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.logging.LoggingFilter;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.handlers.ConsoleHandler;

/**
 * Turns the console's log into one JSON object a line. A filter, for that is what the framework lets us put between the log and its
 * console before the first line: a bean would come too late for what goes wrong at the start.
 */
@LoggingFilter(name = "json-log")
public final class JsonLog implements Filter {

    private volatile boolean toBeInstalled;

    public JsonLog(@ConfigProperty(name = "latchkey.log.json", defaultValue = "false") boolean request) {
        this.toBeInstalled = request;
        if (request) {
            keepOthersFromTheConsole();
        }
    }

    /** Liquibase tells of its changes past the log. The log's own console keeps the stream that it finds when there is first one. */
    private static void keepOthersFromTheConsole() {
        new ConsoleHandler();
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        if (toBeInstalled) {
            toBeInstalled = false;
            install();
        }
        return true;
    }

    /** The handler asks this filter before it takes its formatter in hand. */
    private static void install() {
        Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                .filter(ConsoleHandler.class::isInstance)
                .forEach(console -> console.setFormatter(new JsonLine()));
    }
}
