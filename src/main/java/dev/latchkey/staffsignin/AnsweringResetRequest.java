package dev.latchkey.staffsignin;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;

import dev.latchkey.jobs.OneByOne;
import dev.latchkey.jobs.Queue;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.ratelimit.RateLimits;
import dev.latchkey.staff.StaffMembers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Answers a request by letter, if a member signs in with the address. No other person learns of it. */
@ApplicationScoped
class AnsweringResetRequest implements Queue {

    /** After that the person no longer waits for a letter; and an address whose secret is gone is not tried for ever. */
    private static final Duration TOO_LATE_AFTER = Duration.ofDays(1);

    private final PasswordResetRequests requests;
    private final StaffMembers members;
    private final MintingReset minting;
    private final RateLimits limits;
    private final ResetLimit.Settings settings;
    private final InstallationSecret secret;
    private final Clock clock;

    AnsweringResetRequest(
            PasswordResetRequests requests,
            StaffMembers members,
            MintingReset minting,
            RateLimits limits,
            ResetLimit.Settings settings,
            InstallationSecret secret,
            Clock clock) {
        this.requests = requests;
        this.members = members;
        this.minting = minting;
        this.limits = limits;
        this.settings = settings;
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public String table() {
        return "staff_password_reset_request";
    }

    @Override
    public Optional<String> formerJob() {
        return Optional.of("answer-password-reset-request");
    }

    @Override
    public int batchSize() {
        return 10;
    }

    @Override
    public Rest work(List<UUID> ids) {
        return OneByOne.work(this, ids, this::answer);
    }

    /** A letter that there is no room for leaves the reset before as it was, and the request answered by silence. */
    void answer(UUID requestId) {
        try {
            requiringNew().run(() -> settle(requestId, request -> answer(request.typed(secret))));
        } catch (Refusal tooManyLetters) {
            if (tooManyLetters.reason().kind() != Refusal.Kind.TOO_MANY) {
                throw tooManyLetters;
            }
            requiringNew().run(() -> settle(requestId, request -> {}));
        }
    }

    private void settle(UUID requestId, Consumer<PasswordResetRequest> answer) {
        requests.findAndLock(requestId).ifPresent(request -> {
            if (!request.wasRequestedBefore(clock.instant().minus(TOO_LATE_AFTER))) {
                answer.accept(request);
            }
            requests.delete(request);
        });
    }

    /** A member who is only invited gets nothing: an invitation lives as long as its sender meant it to. */
    private void answer(EmailAddress typed) {
        var buckets = ResetLimit.PASSWORD_RESET_REQUESTS_PER_EMAIL.buckets(settings, typed.key());
        if (limits.trySpend(buckets.toList())) {
            members.signingInWith(typed).ifPresent(minting::mint);
        }
    }
}
