package dev.latchkey.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Those of RestAssured's paths that say only the names of members, and where in a list; each leads to what it leads to there. */
final class QuickPath {

    /** What only RestAssured knows. */
    static final Object UNKNOWN = new Object();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLAIN = Pattern.compile("[a-zA-Z]+(?:\\[\\d+])?(?:\\.[a-zA-Z]+(?:\\[\\d+])?)*");
    private static final Pattern STEP = Pattern.compile("[a-zA-Z]+|\\d+");

    private QuickPath() {}

    static @Nullable Object find(Response response, String path) {
        if (!PLAIN.matcher(path).matches() || !response.contentType().contains("json")) {
            return UNKNOWN;
        }
        var value = read(response);
        var steps = STEP.matcher(path);
        while (steps.find()) {
            value = step(value, steps.group());
        }
        return isPlain(value) ? value : UNKNOWN;
    }

    private static @Nullable Object read(Response response) {
        try {
            return JSON.readValue(response.asByteArray(), Object.class);
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    private static @Nullable Object step(@Nullable Object value, String step) {
        if (Character.isDigit(step.charAt(0))) {
            var at = Integer.parseInt(step);
            return value instanceof List<?> list && at < list.size() ? list.get(at) : UNKNOWN;
        }
        if (value instanceof Map<?, ?> members) {
            return members.get(step);
        }
        if (value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)) {
            var all = new ArrayList<@Nullable Object>();
            list.forEach(one -> all.add(((Map<?, ?>) one).get(step)));
            return all;
        }
        return UNKNOWN;
    }

    /** Fractions are of another type there. */
    private static boolean isPlain(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return members.values().stream().allMatch(QuickPath::isPlain);
        }
        return value instanceof List<?> list
                ? list.stream().allMatch(QuickPath::isPlain)
                : !(value instanceof Double) && value != UNKNOWN;
    }
}
