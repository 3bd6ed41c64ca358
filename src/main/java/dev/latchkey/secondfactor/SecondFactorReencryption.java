package dev.latchkey.secondfactor;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;

import dev.latchkey.jobs.RecurringJob;
import dev.latchkey.kernel.InstallationSecret;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Seals second factors with the present secret, before the former one is taken away. Again and again, for another node may not know of
 * the change yet, and still seal with the former one.
 */
@ApplicationScoped
class SecondFactorReencryption implements RecurringJob {

    private static final Logger LOG = Logger.getLogger(SecondFactorReencryption.class);

    private static final String LOST =
            "LATCHKEY_SECRET does not open the second factors of the staff members %s: set LATCHKEY_SECRET_PREVIOUS to the secret"
                    + " before it, for a day. If that is lost, delete their rows of staff_second_factor, and let them enrol again.";

    private final SecondFactors factors;
    private final InstallationSecret secret;
    private final Settings settings;

    SecondFactorReencryption(SecondFactors factors, InstallationSecret secret, Settings settings) {
        this.factors = factors;
        this.secret = secret;
        this.settings = settings;
    }

    /** A node must not begin without what another one could still open. Signing keys come first: they tell of a secret that opens nothing. */
    void begin(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        var lost = reencrypt();
        if (!lost.isEmpty()) {
            throw new ConfigurationException(sentence(lost));
        }
    }

    @Override
    public String name() {
        return "reencrypt-second-factors";
    }

    @Override
    public Duration pause() {
        return settings.reencryptEvery();
    }

    @Override
    public void run() {
        var lost = reencrypt();
        if (!lost.isEmpty()) {
            LOG.error(sentence(lost));
        }
    }

    /** Those that nothing opens. */
    private List<SecondFactor> reencrypt() {
        var all = requiringNew().call(factors::listAll);
        all.stream().filter(factor -> factor.needsReencryption(secret)).forEach(factor -> requiringNew()
                .run(() -> factors.replaceSeal(factor, factor.reencryptedKey(secret))));
        return all.stream().filter(factor -> !factor.opensWith(secret)).toList();
    }

    private static String sentence(List<SecondFactor> lost) {
        return LOST.formatted(
                lost.stream().map(factor -> factor.staffMemberId().toString()).collect(Collectors.joining(", ")));
    }

    @ConfigMapping(prefix = "latchkey.second-factor")
    interface Settings {

        @WithDefault("1h")
        Duration reencryptEvery();
    }
}
