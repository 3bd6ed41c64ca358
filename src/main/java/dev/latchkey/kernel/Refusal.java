package dev.latchkey.kernel;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The domain refuses: a rule forbids what the caller asked for. The system itself is well. */
public final class Refusal extends RuntimeException {

    private final transient Reason reason;
    private final transient @Nullable Duration retryAfter;
    private final transient @Nullable Integer triesLeft;

    public Refusal(Reason reason) {
        this(reason, null);
    }

    public Refusal(Reason reason, @Nullable Duration retryAfter) {
        this(reason, retryAfter, null);
    }

    private Refusal(Reason reason, @Nullable Duration retryAfter, @Nullable Integer triesLeft) {
        super(reason.code(), null, false, false);
        this.reason = reason;
        this.retryAfter = retryAfter;
        this.triesLeft = triesLeft;
    }

    public Reason reason() {
        return reason;
    }

    /** When the same may be asked again with better hope, if it is known. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** How often the caller may try once more, where that is told. */
    public @Nullable Integer triesLeft() {
        return triesLeft;
    }

    /** Why a feature refuses: a stable code, and a sentence that tells a person what to do next. */
    public interface Reason {

        Wording wording();

        String name();

        default Kind kind() {
            return wording().kind();
        }

        default String sentence() {
            return wording().sentence();
        }

        /** Whether it counts against the limits on failures. */
        default boolean isGuess() {
            return wording().isGuess();
        }

        /** The code in the contract: {@code LOGIN_LINK_USED} reads {@code login-link-used}. */
        default String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        default Refusal refusal() {
            return new Refusal(this);
        }

        default Refusal refusal(Duration retryAfter) {
            return new Refusal(this, retryAfter);
        }

        default Refusal refusal(int triesLeft) {
            return new Refusal(this, null, triesLeft);
        }
    }

    /** What sort of no it is; {@code http} alone knows the status each becomes. */
    public enum Kind {
        MALFORMED,
        UNAUTHENTICATED,
        FORBIDDEN,
        UNKNOWN,
        CONFLICT,
        STALE,
        TOO_LARGE,
        OUT_OF_RANGE,
        UNPROCESSABLE,
        UNCONDITIONAL,
        TOO_MANY,
        UNAVAILABLE
    }
}
