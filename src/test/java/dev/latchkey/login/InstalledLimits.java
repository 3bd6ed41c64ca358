package dev.latchkey.login;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The limits that an installation has, but for the one on letters to strangers in all, of which one test would use up another's. */
public class InstalledLimits implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "latchkey.login.limits.asks-per-mailbox", "1/60s,5/1h,10/24h",
                "latchkey.login.limits.orders-per-client", "5/1h",
                "latchkey.login.limits.no-record-letters-per-domain", "20/1h",
                "latchkey.login.limits.no-record-letters-per-clinic", "50/1h",
                "latchkey.login.limits.no-record-letters", "100000/1h");
    }
}
