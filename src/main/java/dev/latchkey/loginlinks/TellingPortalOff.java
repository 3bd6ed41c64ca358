package dev.latchkey.loginlinks;

import dev.latchkey.clients.Clients;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.loginlinks.LoginRequest.UnsealedRequest;
import dev.latchkey.mail.NewLetter;
import dev.latchkey.mail.QueueingLetters;
import dev.latchkey.ratelimit.RateLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Tells the clients of a clinic whose portal is off what the clinic says about it, where they asked for a login link. */
@ApplicationScoped
class TellingPortalOff {

    private static final Duration WORTH_SENDING = Duration.ofHours(1);
    private static final Duration BETWEEN_LETTERS = Duration.ofDays(1);

    private final Clinics clinics;
    private final Clients clients;
    private final QueueingLetters queueing;
    private final RateLimits limits;
    private final Clock clock;

    TellingPortalOff(Clinics clinics, Clients clients, QueueingLetters queueing, RateLimits limits, Clock clock) {
        this.clinics = clinics;
        this.clients = clients;
        this.queueing = queueing;
        this.limits = limits;
        this.clock = clock;
    }

    /** Names those who asked at such a clinic. A client gets one letter a day, a stranger none. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<UnsealedRequest> tell(List<UnsealedRequest> all) {
        var off = all.stream()
                .filter(asked -> !clinics.get(asked.clinicId()).portal().isOn())
                .toList();
        if (!off.isEmpty()) {
            var known = clients.reachedAt(
                    off.stream().map(UnsealedRequest::addressee).toList());
            queueing.queue(known.entrySet().stream()
                    .filter(reached -> limits.trySpendOnce("portal-off letters", BETWEEN_LETTERS, reached.getKey()))
                    .map(reached -> {
                        var clinic = clinics.get(reached.getKey().clinicId());
                        return new NewLetter(
                                clinic.id(),
                                reached.getValue().email(),
                                new PortalOffLetter(
                                        clinic.letterhead(
                                                reached.getValue().language().orElse(clinic.language())),
                                        clinic.portal().message(),
                                        clinic.phone(),
                                        clock.instant().plus(WORTH_SENDING)));
                    })
                    .toList());
        }
        return off;
    }
}
