package dev.latchkey.linkhistory;

import dev.latchkey.mail.DeliveryReport;
import dev.latchkey.smtp.DeliveryReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far the letter has come that a link was in, whatever became of the link. */
public record LetterDelivery(
        String status,
        @Nullable String smtpCode,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable Instant sentAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant bouncedAt) {

    public static LetterDelivery of(DeliveryReport report) {
        return new LetterDelivery(
                report.status(),
                report.smtpCode(),
                report.reason().map(DeliveryReason::code).orElse(null),
                report.reason().map(DeliveryReason::sentence).orElse(null),
                report.delivery().sentAt(),
                report.nextAttemptAt(),
                report.bounce() == null ? null : report.bounce().bouncedAt());
    }
}
