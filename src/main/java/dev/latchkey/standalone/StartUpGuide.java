package dev.latchkey.standalone;

import dev.latchkey.clinics.PortalAddress;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What somebody who has just started Latchkey wants to know. */
@Singleton
class StartUpGuide {

    private final Standalone standalone;
    private final PortalAddress portal;
    private final String host;
    private final int port;

    StartUpGuide(
            Standalone standalone,
            PortalAddress portal,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.standalone = standalone;
        this.portal = portal;
        this.host = host;
        this.port = port;
    }

    List<String> lines() {
        if (!standalone.active()) {
            return List.of("Login links lead to " + portal.portalUrl()
                    + "; the contract is at /openapi.yaml, its pages at /docs");
        }
        var base = "http://localhost:" + port;
        var lines = new ArrayList<>(List.of(
                "Standalone: a database, a clinic and a mailbox of its own, all on this machine.",
                "  The API      " + base + "/v1",
                "  Its pages    " + base + "/docs",
                "  The mailbox  " + base + "/mailbox (every letter arrives here and goes no further)",
                "  Operator     Authorization: Bearer " + StandaloneSettings.OPERATOR_KEY,
                "  The data     " + standalone.directory().orElse("") + " (delete it to begin anew)"));
        if (!host.equals("127.0.0.1") && !host.equals("localhost")) {
            lines.add("  Beware       it listens on " + host + ": whoever reaches that address reads the mailbox");
        }
        return lines;
    }
}
