package dev.latchkey.input;

import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.kernel.SealedElsewhere;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Hides the values of a cursor that must not be read where addresses are noted, such as names.
 *
 * @param purpose of the key, which also says whose list this is
 */
public record CursorSeal(InstallationSecret secret, String purpose) {

    public Cursor seal(Cursor open) {
        return Cursor.at(Cursor.base64(secret.seal(purpose, open.joined().getBytes(StandardCharsets.UTF_8))));
    }

    /** @param parts of the open cursor */
    public Cursor unseal(Cursor cursor, int parts) {
        try {
            var open = secret.unseal(purpose, Base64.getUrlDecoder().decode(cursor.text(0)));
            return Cursor.split(new String(open, StandardCharsets.UTF_8), parts);
        } catch (IllegalArgumentException | SealedElsewhere e) {
            throw Cursor.notOurs();
        }
    }
}
