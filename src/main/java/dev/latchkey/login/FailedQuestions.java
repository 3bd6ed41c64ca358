package dev.latchkey.login;

import dev.latchkey.access.StaffCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Which links led to a second question that was answered wrong too often. */
@ApplicationScoped
public class FailedQuestions {

    private final Session database;

    FailedQuestions(Session database) {
        this.database = database;
    }

    /** When the last answer behind this link was wrong, of a link of the caller's clinic. */
    public Optional<Instant> findMoment(StaffCaller caller, UUID linkId) {
        return database.createSelectionQuery(
                        "select questionFailedAt from ProfileChoice where clinicId = ?1 and loginLinkId = ?2 and questionFailedAt is not null",
                        Instant.class)
                .setParameter(1, caller.clinicId())
                .setParameter(2, linkId)
                .uniqueResultOptional();
    }
}
