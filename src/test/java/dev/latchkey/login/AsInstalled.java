package dev.latchkey.login;

import dev.latchkey.mail.MoodyMailServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The limits and the hashes that an installation has, and a mail server with moods. For everybody who needs that server: each combination
 * is an application of its own to build and start.
 */
public class AsInstalled extends InstalledLimits {

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<>(super.getConfigOverrides());
        settings.put("latchkey.password.memory", "19456");
        return settings;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(MoodyMailServer.class));
    }
}
