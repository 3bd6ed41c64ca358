package dev.latchkey.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A place in a list: the values its order is made of, in that order. Callers see it as opaque text. It opens nothing: every query it
 * is used in asks for the caller's own rows all the same.
 */
public record Cursor(List<String> parts) {

    private static final String BETWEEN = "\u001f";

    public static Cursor at(Object... parts) {
        return new Cursor(Arrays.stream(parts).map(Object::toString).toList());
    }

    static Cursor parse(String opaque, int parts) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.UTF_8);
            var split = List.of(text.split(BETWEEN, -1));
            if (split.size() == parts && text.indexOf('\0') < 0) {
                return new Cursor(split);
            }
        } catch (IllegalArgumentException e) {
            // Not Base64: refused below like any other text that is not ours.
        }
        throw notOurs();
    }

    public String text(int part) {
        return parts.get(part);
    }

    public Instant instant(int part) {
        try {
            return Instant.parse(withPlainYear(part));
        } catch (DateTimeException e) {
            throw notOurs();
        }
    }

    public LocalDate date(int part) {
        try {
            return LocalDate.parse(withPlainYear(part));
        } catch (DateTimeException e) {
            throw notOurs();
        }
    }

    public int number(int part) {
        try {
            return Integer.parseInt(text(part));
        } catch (NumberFormatException e) {
            throw notOurs();
        }
    }

    public UUID id(int part) {
        try {
            return UUID.fromString(text(part));
        } catch (IllegalArgumentException e) {
            throw notOurs();
        }
    }

    /** Java also reads years beyond 9999 and before 0, with a sign; the database does not. */
    private String withPlainYear(int part) {
        if (text(part).startsWith("+") || text(part).startsWith("-")) {
            throw notOurs();
        }
        return text(part);
    }

    /** What to answer to a cursor that leads nowhere. */
    public static InvalidRequest notOurs() {
        return new InvalidRequest(
                "query/cursor", "invalid", "This is no cursor of this list. Take nextCursor as it was given.");
    }

    @Override
    public String toString() {
        var text = parts.stream().collect(Collectors.joining(BETWEEN));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
