package dev.latchkey.kernel;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** The id of a request as callers see it: 22 characters of URL-safe Base64. */
public record PublicId(UUID id) {

    public static PublicId parse(String text) {
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        return new PublicId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    public String text() {
        var bytes = ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
