package dev.latchkey.forms;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a form says of itself (RFC 7578, 4.2). The framework's reader knows no escapes, so it ends {@code "X-ray \"left\" knee.pdf"} at
 * the second quote.
 *
 * @param parameters by their names in small letters
 */
public record PartDisposition(Map<String, String> parameters) {

    private static final String TYPE = "form-data";
    private static final int LONGEST = 16_384;

    /** Nothing, if it can be read in two ways or in none. */
    public static Optional<PartDisposition> parse(@Nullable String header) {
        if (header == null || header.length() > LONGEST) {
            return Optional.empty();
        }
        var end = header.indexOf(';');
        return end > 0 && header.substring(0, end).strip().equals(TYPE)
                ? new Reader(header, end).read().map(PartDisposition::new)
                : Optional.empty();
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Walks over the parameters once. */
    private static final class Reader {

        private final String header;
        private final Map<String, String> parameters = new TreeMap<>();
        private int at;

        Reader(String header, int at) {
            this.header = header;
            this.at = at;
        }

        Optional<Map<String, String>> read() {
            while (at < header.length()) {
                at++; // the semicolon
                if (header.substring(at).isBlank()) {
                    break; // some libraries end with one
                }
                if (!readParameter()) {
                    return Optional.empty();
                }
            }
            return Optional.of(parameters);
        }

        private boolean readParameter() {
            var equals = header.indexOf('=', at);
            if (equals < 0) {
                return false;
            }
            var name = header.substring(at, equals).strip().toLowerCase(Locale.ROOT);
            at = equals + 1;
            skipBlanks();
            var value = at < header.length() && header.charAt(at) == '"' ? quoted() : token();
            return value != null && !name.isEmpty() && parameters.put(name, value) == null;
        }

        /** Some senders leave out the quotes where they are needed, around blanks; up to the semicolon it can only be one value. */
        private @Nullable String token() {
            var end = header.indexOf(';', at);
            var value = header.substring(at, end < 0 ? header.length() : end).strip();
            at = end < 0 ? header.length() : end;
            return value.isEmpty() || value.indexOf('"') >= 0 ? null : value;
        }

        /** Only quotes and backslashes are escaped by senders; before another letter, the backslash is one of a path. */
        private @Nullable String quoted() {
            var value = new StringBuilder();
            for (at++; at < header.length() && header.charAt(at) != '"'; at++) {
                var next = at + 1 < header.length() ? header.charAt(at + 1) : ' ';
                if (header.charAt(at) == '\\' && (next == '"' || next == '\\')) {
                    at++;
                }
                value.append(header.charAt(at));
            }
            if (at == header.length()) {
                return null;
            }
            at++; // the quote
            skipBlanks();
            return at == header.length() || header.charAt(at) == ';' ? value.toString() : null;
        }

        private void skipBlanks() {
            while (at < header.length() && (header.charAt(at) == ' ' || header.charAt(at) == '\t')) {
                at++;
            }
        }
    }
}
