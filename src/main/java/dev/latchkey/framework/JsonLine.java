package dev.latchkey.framework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/**
 * One line of the log as JSON, by the names that the log manager's own formatter gives. That one cannot be used: the log manager is loaded
 * before, and apart from, the library that it writes JSON with. Nor can {@code quarkus-logging-json}: there is none of the platform's version, 3.34.3.
 */
final class JsonLine extends ExtFormatter {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String format(ExtLogRecord line) {
        var object = JSON.createObjectNode()
                .put("timestamp", line.getInstant().toString())
                .put("level", line.getLevel().getName())
                .put("loggerName", line.getLoggerName())
                .put("message", formatMessage(line))
                .put("threadName", line.getThreadName());
        line.getMdcCopy().forEach(object.putObject("mdc")::put);
        if (line.getThrown() != null) {
            object.put("exception", stackTrace(line.getThrown()));
        }
        try {
            return JSON.writeValueAsString(object) + System.lineSeparator();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }

    private static String stackTrace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
