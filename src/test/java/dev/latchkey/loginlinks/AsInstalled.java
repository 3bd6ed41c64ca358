package dev.latchkey.loginlinks;

import dev.latchkey.support.MoodyMailServer;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/**
 * The limits and the hashes that an installation has (but for the limit on letters to strangers in all, of which one test would use up
 * another's), and a mail server with moods. For everybody who needs one of them: each combination is an application of its own to build
 * and start.
 */
public class AsInstalled implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "latchkey.limits.login-link-requests-per-mailbox", "1/60s,5/1h,10/24h",
                "latchkey.limits.login-link-sendings-per-client", "5/1h",
                "latchkey.limits.email-changes-per-staff-member", "30/1h",
                "latchkey.limits.no-record-letters-per-domain", "20/1h",
                "latchkey.limits.no-record-letters-per-clinic", "50/1h",
                "latchkey.limits.no-record-letters", "100000/1h",
                "latchkey.password.memory", "19456");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(MoodyMailServer.class));
    }
}
