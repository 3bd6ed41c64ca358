package dev.latchkey.emailchanges;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.audit.AuditedLimits;
import dev.latchkey.audit.LimitAction;
import dev.latchkey.ratelimit.CallerLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Counts by {@link EmailChangeLimit}. */
@ApplicationScoped
class EmailChangeLimits {

    private final AuditedLimits counting;
    private final CallerLimits callers;
    private final EmailChangeLimit.Settings settings;

    EmailChangeLimits(AuditedLimits counting, CallerLimits callers, EmailChangeLimit.Settings settings) {
        this.counting = counting;
        this.callers = callers;
        this.settings = settings;
    }

    void countRequest(StaffCaller staff, UUID clientId) {
        counting.spend(
                Stream.concat(
                                EmailChangeLimit.EMAIL_CHANGES_PER_STAFF_MEMBER.buckets(
                                        settings, staff.staffMemberId()),
                                EmailChangeLimit.EMAIL_CHANGES_PER_CLIENT.buckets(
                                        settings, staff.clinicId() + " " + clientId))
                        .toList(),
                AuditEntry.of(LimitAction.LIMITED, staff.actor(), staff.clinicId())
                        .client(clientId));
    }

    <T> T countWrongSecrets(Supplier<T> act) {
        return counting.countWrongSecrets(
                callers.buckets(EmailChangeLimit.EMAIL_CONFIRMATION_FAILURES, settings)
                        .toList(),
                AuditEntry.of(LimitAction.LIMITED, Actor.visitor(), null),
                act);
    }
}
