package dev.latchkey.tenancy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose rows the database shows: what its policies read of the connection (20261125-0600-row-level-security.sql). */
public record TenantScope(String clinic, String caller) {

    /** For what no session stands behind: the doors, background work, the operator. */
    static final TenantScope EVERYTHING = new TenantScope("*", "");

    static final TenantScope NOTHING = new TenantScope("", "");

    public static TenantScope of(UUID clinicId, @Nullable UUID clientId, @Nullable UUID staffMemberId) {
        return new TenantScope(clinicId.toString(), clientId == null ? "staff:" + staffMemberId : "client:" + clientId);
    }
}
