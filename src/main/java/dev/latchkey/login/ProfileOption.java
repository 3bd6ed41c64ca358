package dev.latchkey.login;

import dev.latchkey.clients.Client;
import dev.latchkey.kernel.Secret;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** A profile that may be chosen, under a name that is good for this choice alone. */
@Embeddable
record ProfileOption(String ref, UUID clinicId, UUID clientId) {

    private static final int CHARACTERS = 22; // 132 random bits

    static ProfileOption of(Client profile) {
        return new ProfileOption(Secret.random().value().substring(0, CHARACTERS), profile.clinicId(), profile.id());
    }
}
