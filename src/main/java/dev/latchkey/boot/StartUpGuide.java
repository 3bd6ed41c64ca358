package dev.latchkey.boot;

import dev.latchkey.clinics.PortalAddress;
import dev.latchkey.standalone.Standalone;
import dev.latchkey.standalone.StandaloneSettings;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a developer who has just started Latchkey wants to know. */
@Singleton
class StartUpGuide {

    private static final String STANDALONE = """
            Standalone: a database, a demo clinic and a mailbox of its own, all on this machine.
              The API      {api}/v1
              Its pages    {api}/docs
              The mailbox  {api}/mailbox (every letter arrives here and goes no further)
              The data     {directory} (delete it to start over)
              Operator     Authorization: Bearer {operator-key}
            Harbour Physio, slug harbour-physio; its staff all have the password nine-gulls-over-the-pier:
              olivia@harbour.example.org  owner               amir@…   practitioner-admin  grace@…  practitioner
              maya@…                         practice-manager    rosa@…   receptionist        ken@…    accountant
            Its clients need none: priya@example.org, jack@example.org, …; larsen@example.org is Mia's, Noah's and Ella's.
            Try first:
              1. Be a client: ask for a login link, and read it at {api}/mailbox
                 curl -X POST {api}/v1/portals/harbour-physio/login-links -H 'Content-Type: application/json' -d '{"email": "priya@example.org"}'
              2. Go in with what stands behind the # of the link (it works once), then read your appointments with the accessToken
                 curl -X POST {api}/v1/sessions -H 'Content-Type: application/json' -d '{"token": "…"}'
                 curl {api}/v1/appointments -H 'Authorization: Bearer …'
              3. Be the receptionist, and look for a client with the accessToken: {api}/v1/staff/clients?q=lars
                 curl -X POST {api}/v1/staff/sessions -H 'Content-Type: application/json' -d '{"email": "rosa@harbour.example.org", "password": "nine-gulls-over-the-pier"}'
            """;

    private static final String EXPOSED =
            "Beware: it listens on %s. Everyone who reaches it can read the mailbox and knows the passwords.";

    private final Standalone standalone;
    private final PortalAddress portal;
    private final HttpServer server;
    private final String host;

    StartUpGuide(
            Standalone standalone,
            PortalAddress portal,
            HttpServer server,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        this.standalone = standalone;
        this.portal = portal;
        this.server = server;
        this.host = host;
    }

    List<String> lines() {
        if (!standalone.active()) {
            return List.of("Login links lead to " + portal.portalUrl()
                    + "; the contract is at /openapi.yaml, its pages at /docs");
        }
        var guide = STANDALONE
                .replace("{api}", "http://localhost:" + server.getPort())
                .replace("{directory}", standalone.directory().orElse(""))
                .replace("{operator-key}", StandaloneSettings.OPERATOR_KEY);
        return (isThisMachineAlone() ? guide : guide + EXPOSED.formatted(host))
                .lines()
                .toList();
    }

    private boolean isThisMachineAlone() {
        return host.equals("127.0.0.1") || host.equals("localhost");
    }
}
