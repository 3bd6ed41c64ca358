package dev.latchkey.input;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A place in a list: the values its order is made of, in that order. Callers see it as opaque text. It opens nothing: every query it
 * is used in asks for the caller's own rows all the same.
 */
public record Cursor(List<String> parts) {

    private static final String BETWEEN = "\u001f";
    private static final Pattern SEPARATOR = Pattern.compile(BETWEEN);

    public static Cursor at(Object... parts) {
        return new Cursor(Arrays.stream(parts).map(Object::toString).toList());
    }

    static Cursor parse(String opaque, int parts) {
        try {
            return split(new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.UTF_8), parts);
        } catch (IllegalArgumentException e) {
            throw notOurs();
        }
    }

    static Cursor split(String text, int parts) {
        var split = List.of(SEPARATOR.split(text, -1));
        if (split.size() != parts || text.indexOf('\0') >= 0) {
            throw notOurs();
        }
        return new Cursor(split);
    }

    public String text(int part) {
        return parts.get(part);
    }

    public Instant instant(int part) {
        return read(part, text -> Instant.parse(withPlainYear(text)));
    }

    public LocalDate date(int part) {
        return read(part, text -> LocalDate.parse(withPlainYear(text)));
    }

    public int number(int part) {
        return read(part, Integer::valueOf);
    }

    public UUID id(int part) {
        return read(part, UUID::fromString);
    }

    private <V> V read(int part, Function<String, V> reader) {
        try {
            return reader.apply(text(part));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw notOurs();
        }
    }

    /** Java also reads years beyond 9999 and before 0, with a sign; the database does not. */
    private static String withPlainYear(String text) {
        if (text.startsWith("+") || text.startsWith("-")) {
            throw notOurs();
        }
        return text;
    }

    /** What to answer to a cursor that leads nowhere. */
    public static InvalidRequest notOurs() {
        return new InvalidRequest(
                "query/cursor", "invalid", "This is no cursor of this list. Take nextCursor as it was given.");
    }

    @Override
    public String toString() {
        return base64(joined().getBytes(StandardCharsets.UTF_8));
    }

    String joined() {
        return String.join(BETWEEN, parts);
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
