package dev.latchkey.observability;

import dev.latchkey.files.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the vault is there. That it is full is said, and makes no node unready: all share it, and most callers want no file. */
@Readiness
@ApplicationScoped
class VaultReadiness implements HealthCheck {

    private static final Duration BETWEEN_TRIALS = Duration.ofSeconds(2); // each writes

    private final CachedProbe<Boolean> room;

    VaultReadiness(Vault vault) {
        this.room = new CachedProbe<>(BETWEEN_TRIALS, vault::hasRoom);
    }

    @Override
    public HealthCheckResponse call() {
        var answer = room();
        return HealthCheckResponse.named("vault")
                .withData("room", answer.orElse(false) ? "yes" : "none")
                .status(answer.isPresent())
                .build();
    }

    /** Nothing if the vault is not there. */
    Optional<Boolean> room() {
        return room.answer();
    }
}
