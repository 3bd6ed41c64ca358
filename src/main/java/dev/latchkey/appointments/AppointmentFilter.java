package dev.latchkey.appointments;

import jakarta.validation.constraints.Pattern;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which appointments a list should show: the two filters that every list of them takes. */
class AppointmentFilter {

    @RestQuery
    @Pattern(regexp = "upcoming|past")
    @Nullable
    String when;

    @RestQuery
    @Pattern(regexp = "pending|arrived|missed|cancelled")
    @Nullable
    String status;

    boolean upcoming() {
        return !"past".equals(when);
    }

    @Nullable
    Status status() {
        return status == null ? null : Status.of(status);
    }
}
