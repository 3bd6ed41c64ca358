package dev.latchkey.input;

import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads an id as RFC 9562 writes it. Jackson also takes 16 bytes in Base64 for one, and Java leaves out leading zeros. */
@Singleton
class StrictUuids extends StrictScalar<UUID> {

    private static final Pattern ID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    StrictUuids() {
        super(UUID.class, ID);
    }

    @Override
    UUID parse(String text) {
        return UUID.fromString(text);
    }
}
