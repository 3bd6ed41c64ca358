package dev.latchkey.audit;

import java.util.Locale;

/** An act that the audit trail records. Each feature has an enum of its own actions, and names none of another feature's. */
public interface AuditAction {

    /** The constant's. */
    String name();

    /** As each line of the trail stores it. The hashes cover it, and old lines keep it: it never changes. */
    default String storedName() {
        return name();
    }

    /** As the trail is shown. */
    static String code(String storedName) {
        return storedName.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
