package dev.latchkey.http;

import dev.latchkey.kernel.Refusal;
import io.quarkus.security.identity.SecurityIdentity;
import org.jspecify.annotations.Nullable;

/** Why a caller is refused with 403: their role does not allow it, unless their identity gives another reason. */
public final class WhyForbidden {

    /** Of an identity; a {@link Refusal.Reason}. */
    public static final String ATTRIBUTE = "why-forbidden";

    private WhyForbidden() {}

    static Refusal.Reason of(SecurityIdentity caller) {
        Refusal.@Nullable Reason known = caller.<Refusal.Reason>getAttribute(ATTRIBUTE);
        return known == null ? WebReason.FORBIDDEN : known;
    }
}
