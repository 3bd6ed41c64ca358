package dev.latchkey.staff;

import dev.latchkey.kernel.InstallationSecret;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

/** Seals second factors with the present secret, before the former one is taken away. */
@ApplicationScoped
class SealingFactors {

    private final SecondFactors factors;
    private final InstallationSecret secret;

    SealingFactors(SecondFactors factors, InstallationSecret secret) {
        this.factors = factors;
        this.secret = secret;
    }

    @Transactional
    void sealAnew(@Observes StartupEvent event) {
        if (secret.hasPredecessor()) {
            factors.streamAll()
                    .filter(factor -> factor.mustBeSealedAnew(secret))
                    .forEach(factor -> factor.sealAnew(secret));
        }
    }
}
