package dev.latchkey.staff;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.work.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Answers a request by letter, if the address is one that somebody signs in with. Nobody else hears of it. */
@ApplicationScoped
class AnsweringResetRequest implements Job {

    /** Then nobody waits for a letter any more; and an address whose secret is gone is not tried for ever. */
    private static final Duration TOO_LATE_AFTER = Duration.ofDays(1);

    private final PasswordResetRequests requests;
    private final StaffMembers members;
    private final MintingReset minting;
    private final StaffLimits limits;
    private final InstallationSecret secret;
    private final Clock clock;

    AnsweringResetRequest(
            PasswordResetRequests requests,
            StaffMembers members,
            MintingReset minting,
            StaffLimits limits,
            InstallationSecret secret,
            Clock clock) {
        this.requests = requests;
        this.members = members;
        this.minting = minting;
        this.limits = limits;
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "answer-password-reset-request";
    }

    @Override
    @Transactional
    public void run(UUID requestId) {
        requests.findAndLock(requestId).ifPresent(request -> {
            if (!request.wasAskedBefore(clock.instant().minus(TOO_LATE_AFTER))) {
                answer(request.typed(secret));
            }
            requests.delete(request);
        });
    }

    /** Whoever is only invited gets nothing: an invitation lives as long as whoever sent it meant it to. */
    private void answer(EmailAddress typed) {
        if (limits.allowReset(typed)) {
            members.signingInWith(typed).ifPresent(minting::of);
        }
    }
}
