package dev.latchkey.ratelimit;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * So many in such a time, written {@code 10/15m}. All of them may come at once; from then on they come back one by one, evenly over the
 * time.
 */
public record Limit(int count, Duration window) {

    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,6})/([1-9][0-9]{0,6}[smh])");

    /** How the configuration reads one. */
    public static Limit parse(CharSequence written) {
        var parts = WRITTEN.matcher(written.toString().strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("a limit is written like 10/15m, not " + written);
        }
        return new Limit(Integer.parseInt(parts.group(1)), Duration.parse("PT" + parts.group(2)));
    }

    /** @param code the limit's name: {@code login-link-requests}, of whose address */
    public Bucket bucket(String code, Object whose) {
        return new Bucket(code, code + " " + window + " " + whose, this);
    }

    Duration interval() {
        return window.dividedBy(count);
    }

    /**
     * What one caller, mailbox or session has of a limit.
     *
     * @param code the limit's name
     * @param name tells it from all others
     */
    public record Bucket(String code, String name, Limit limit) {}
}
