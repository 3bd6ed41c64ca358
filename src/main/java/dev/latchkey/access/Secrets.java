package dev.latchkey.access;

import dev.latchkey.kernel.InstallationSecret;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Base64;

/** Hands the installation's secret to whoever seals with it. */
class Secrets {

    @Produces
    @Singleton
    InstallationSecret secret(AccessSettings settings) {
        return new InstallationSecret(
                Base64.getDecoder().decode(settings.secret().strip()));
    }
}
