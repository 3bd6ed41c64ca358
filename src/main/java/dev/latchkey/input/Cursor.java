package dev.latchkey.input;

import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.kernel.SealedElsewhere;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
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

    private static Cursor split(String text, int parts) {
        var split = List.of(SEPARATOR.split(text, -1));
        if (split.size() != parts || text.indexOf('\0') >= 0) {
            throw notOurs();
        }
        return new Cursor(split);
    }

    /**
     * The same for values that must not be read where addresses are noted, such as names.
     *
     * @param purpose of the key, which also says whose list this is
     */
    public Cursor sealed(InstallationSecret secret, String purpose) {
        return at(base64(secret.seal(purpose, joined().getBytes(StandardCharsets.UTF_8))));
    }

    public Cursor unsealed(InstallationSecret secret, String purpose, int parts) {
        try {
            var open = secret.unseal(purpose, Base64.getUrlDecoder().decode(text(0)));
            return split(new String(open, StandardCharsets.UTF_8), parts);
        } catch (IllegalArgumentException | SealedElsewhere e) {
            throw notOurs();
        }
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
        return base64(joined().getBytes(StandardCharsets.UTF_8));
    }

    private String joined() {
        return String.join(BETWEEN, parts);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
