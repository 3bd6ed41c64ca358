package dev.latchkey.watch;

import dev.latchkey.files.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether files can be kept. */
@Readiness
@ApplicationScoped
class VaultReadiness implements HealthCheck {

    private static final Duration BETWEEN_TRIALS = Duration.ofSeconds(2); // each writes

    private final Inquiry<Boolean> writable;

    VaultReadiness(Vault vault) {
        this.writable = new Inquiry<>(BETWEEN_TRIALS, () -> {
            vault.mustBeWritable();
            return true;
        });
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("vault")
                .status(writable.answer().isPresent())
                .build();
    }
}
