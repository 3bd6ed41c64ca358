package dev.latchkey.standalone;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.http.OpenApiDocument;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.logging.Logger;

/** Fills a new standalone installation with the demo clinic. */
@Singleton
public class FirstStart {

    /** The slug of the demo clinic. */
    public static final String DEMO_CLINIC = "harbour-physio";

    private static final Logger LOG = Logger.getLogger(FirstStart.class);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Standalone standalone;
    private final HttpServer server;
    private final OpenApiDocument contract;

    FirstStart(Standalone standalone, HttpServer server, OpenApiDocument contract) {
        this.standalone = standalone;
        this.server = server;
        this.contract = contract;
    }

    /** Once for each directory; a clinic that was left half made is completed. */
    public void makeDemoClinic() {
        if (!standalone.active()) {
            return;
        }
        var directory = standalone.directory().orElseThrow();
        var marker = Path.of(directory).resolve("demo-clinic-made");
        if (Files.exists(marker)) {
            contract.show(examples(marker));
            return;
        }
        if (!MailboxServer.isOpen()) {
            LOG.info("There is no demo clinic, because its people can only be invited through the mailbox,"
                    + " and QUARKUS_MAILER_HOST sends letters elsewhere.");
            return;
        }
        try {
            LOG.info("Making the demo clinic, this once…");
            var examples = new DemoClinic(DemoCaller.stranger(server.getLocalBaseUri())).fill();
            Files.writeString(marker, JSON.writeValueAsString(examples));
            contract.show(examples);
        } catch (IOException | RuntimeException e) {
            LOG.warnf(
                    "The demo clinic is not complete: %s. The next start goes on with it; if it still cannot, delete %s to start over.",
                    e.getMessage(), directory);
        }
    }

    /** None of a clinic that was made before they were kept. */
    private static Map<String, String> examples(Path marker) {
        try {
            var kept = Files.readString(marker);
            return kept.isEmpty() ? Map.of() : JSON.readValue(kept, new TypeReference<Map<String, String>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
