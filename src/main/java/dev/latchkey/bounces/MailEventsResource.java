package dev.latchkey.bounces;

import dev.latchkey.bounces.ReportingBounces.MailEventCountsView;
import dev.latchkey.input.Line;
import dev.latchkey.ratelimit.RateLimited;
import dev.latchkey.ratelimit.RequestLimit;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** What the mail provider reports. It does not sign in: its signature says that it is the one. */
@Path("/v1/operator/mail-events")
class MailEventsResource {

    private final ReportingBounces reporting;

    MailEventsResource(ReportingBounces reporting) {
        this.reporting = reporting;
    }

    @POST
    @PermitAll
    @RateLimited(RequestLimit.MAIL_EVENT_REQUESTS)
    @SignedByMailProvider
    @Transactional
    public MailEventCountsView reportMailEvents(@Valid @NotNull MailEventBatch request) {
        return reporting.report(
                request.events.stream().map(MailEvent::toBouncedLetter).toList());
    }

    @POST
    @Path("/dsn")
    @Consumes(RawMessage.MEDIA_TYPE)
    @PermitAll
    @RateLimited(RequestLimit.MAIL_EVENT_REQUESTS)
    @SignedByMailProvider
    @Transactional
    public MailEventCountsView reportDsn(@NotNull RawMessage message) {
        return reporting.report(DeliveryStatusNotification.read(message));
    }

    record MailEventBatch(@NotNull @Size(min = 1, max = 100) List<@NotNull @Valid MailEvent> events) {}

    /** The operator's other mail comes back, too: what cannot be ours is ignored, and no reason to refuse the rest. */
    record MailEvent(
            @NotNull @Pattern(regexp = "bounced") String type,

            @NotNull @CodePointLength(min = 1, max = 1000) @Line
            String recipient,

            @NotNull @CodePointLength(min = 1, max = 1000) @Line
            String messageId,

            @NotNull @Pattern(regexp = "permanent|transient")
            String bounce,

            @Pattern(regexp = "[245]\\.[0-9]{1,3}\\.[0-9]{1,3}") @Nullable
            String status,

            @Nullable Instant at) {

        BouncedLetter toBouncedLetter() {
            return new BouncedLetter(messageId, recipient, bounce.equals("permanent"), status, at);
        }
    }
}
