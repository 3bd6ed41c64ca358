package dev.latchkey.appointments;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which appointments a list should show: the two filters that every list of them takes. */
class Wanted {

    private static final String UPCOMING = "upcoming";

    @RestQuery
    @DefaultValue(UPCOMING)
    @Pattern(regexp = "upcoming|past")
    String when = UPCOMING;

    @RestQuery
    @Pattern(regexp = "pending|arrived|missed|cancelled")
    @Nullable
    String status;

    boolean upcoming() {
        return when.equals(UPCOMING);
    }

    @Nullable
    Status status() {
        return status == null ? null : Status.of(status);
    }
}
