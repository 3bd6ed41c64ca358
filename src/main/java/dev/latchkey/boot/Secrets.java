package dev.latchkey.boot;

import dev.latchkey.kernel.InstallationSecret;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Base64;

/** Hands the installation's secret to the classes that seal with it. */
class Secrets {

    @Produces
    @Singleton
    InstallationSecret secret(InstallationSettings settings) {
        var secret = new InstallationSecret(decoded(settings.secret()));
        return settings.secretPrevious()
                .map(Secrets::decoded)
                .map(secret::succeeding)
                .orElse(secret);
    }

    private static byte[] decoded(String secret) {
        return Base64.getDecoder().decode(secret.strip());
    }
}
