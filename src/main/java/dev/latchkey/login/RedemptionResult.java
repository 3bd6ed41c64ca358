package dev.latchkey.login;

import dev.latchkey.clients.Client;
import dev.latchkey.clinics.PortalSettings;
import dev.latchkey.kernel.Secret;
import dev.latchkey.sessions.Session;
import java.util.List;

/** What a redeemed link leads to. */
sealed interface RedemptionResult {

    record SignedIn(Client profile, Session session) implements RedemptionResult {}

    /** @param portal says which question is asked of those who are chosen */
    record ChoiceRequired(ProfileChoice choice, Secret token, List<Client> profiles, PortalSettings portal)
            implements RedemptionResult {}
}
