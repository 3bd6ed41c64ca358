package dev.latchkey.batches;

import dev.latchkey.clients.PortalUse;
import dev.latchkey.input.NonNullIfPresent;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/** Whom staff want to send a login link: either the clients they name, or all that a filter finds. */
class LoginLinkBatchOrder {

    /** So that a batch is planned, and stored, in one breath. */
    static final int MOST_CLIENTS = 20_000;

    private static final int A_MONTH = 30;

    @NonNullIfPresent
    @Size(min = 1, max = 1000)
    @UniqueElements
    public @Nullable List<@NotNull UUID> clientIds;

    @NonNullIfPresent
    @Valid
    public @Nullable LoginLinkBatchFilter filter;

    /** Who has signed in since is left out; with 0, no one is left out for that. */
    @NonNullIfPresent
    @Min(0)
    @Max(365)
    public @Nullable Integer signedInWithinDays;

    int daysSinceSignIn() {
        return signedInWithinDays == null ? A_MONTH : signedInWithinDays;
    }

    static class LoginLinkBatchFilter {

        /** How far they have come into the portal; without it, every client who is not archived. */
        @NonNullIfPresent
        @Pattern(regexp = PortalUse.STATES)
        public @Nullable String portal;

        /** The first so many, in the order of the list of clients. */
        @NonNullIfPresent
        @Min(1)
        @Max(MOST_CLIENTS)
        public @Nullable Integer atMost;
    }
}
