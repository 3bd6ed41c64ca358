package dev.latchkey.standalone;

import dev.latchkey.standalone.DatabaseCluster.Durability;
import io.quarkus.runtime.LaunchMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Starts the embedded database and the mailbox, and tells the rest of the application where they are. */
public final class StandaloneSettings {

    public static final String DATABASE = "quarkus.datasource.jdbc.url";
    public static final String OPERATOR_KEY = "standalone-operator-key";

    private static final String SAMPLE_PORT = "latchkey.standalone.sample-port";
    private static final String PORTAL_URL = "latchkey.portal-url";
    private static final String STAFF_URL = "latchkey.staff-url";

    /** A pattern, between slashes: wherever a developer's own server runs. */
    private static final String ANY_LOCAL_PORT = "/http://localhost(:[0-9]+)?/";

    private static final String EITHER_OR =
            "LATCHKEY_STANDALONE and QUARKUS_DATASOURCE_JDBC_URL are both set, but the demo clinic and the"
                    + " mailbox without a password never run on a configured database: remove one of the two.";

    private StandaloneSettings() {}

    public static Map<String, String> begin(GivenConfig configured) {
        if (configured.has(DATABASE)) {
            throw new StartupException(EITHER_OR);
        }
        var chosen = configured.value("latchkey.standalone.directory");
        var testing = LaunchMode.current() == LaunchMode.TEST;
        var directory = StandaloneDirectory.at(Path.of(chosen.orElse(testing ? "target/standalone" : ".latchkey")));
        var database = EmbeddedDatabase.in(directory, testing ? Durability.THROWN_AWAY : Durability.KEPT);

        var settings = new HashMap<String, String>();
        settings.put("latchkey.standalone", "true");
        settings.put("latchkey.standalone.directory", directory.path().toString());
        settings.put("latchkey.secret", directory.secret("secret"));
        settings.put("latchkey.operator-key", OPERATOR_KEY);
        settings.put("latchkey.files.directory", directory.file("files").toString());
        settings.put("quarkus.mailer.from", "no-reply@latchkey.example");
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.management.host", "127.0.0.1");
        settings.put("latchkey.web.local-names-only", "true");
        settings.put("quarkus.http.cors.origins", ANY_LOCAL_PORT);
        settings.put("quarkus.shutdown.delay", "0s"); // no balancer has to see it
        settings.keySet().removeIf(configured::has);
        settings.putAll(addresses(configured));
        settings.putAll(database);
        if (!configured.has("quarkus.mailer.host")) {
            settings.putAll(MailboxServer.open(directory.file("letters")));
        }
        return settings;
    }

    /** Letters lead to the sample. Where the operator says where else they lead, there is no sample, and its port is empty. */
    static Map<String, String> addresses(GivenConfig configured) {
        var port = configured.value(SAMPLE_PORT).map(String::strip).orElse("5173");
        var sample = "http://localhost:" + port;
        return Map.of(
                SAMPLE_PORT, configured.has(PORTAL_URL) ? "" : port,
                PORTAL_URL, configured.value(PORTAL_URL).orElse(sample + "/{slug}"),
                STAFF_URL, configured.value(STAFF_URL).orElse(sample + "/staff"));
    }
}
