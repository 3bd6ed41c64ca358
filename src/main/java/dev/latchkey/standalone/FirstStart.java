package dev.latchkey.standalone;

import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/** Fills a new standalone installation with the demo clinic. */
@Singleton
public class FirstStart {

    private static final Logger LOG = Logger.getLogger(FirstStart.class);

    private final Standalone standalone;
    private final HttpServer server;

    FirstStart(Standalone standalone, HttpServer server) {
        this.standalone = standalone;
        this.server = server;
    }

    /** Once for each directory; a clinic that was left half made is completed. */
    public void makeDemoClinic() {
        if (!standalone.active()) {
            return;
        }
        var directory = standalone.directory().orElseThrow();
        var marker = Path.of(directory).resolve("demo-clinic-made");
        if (Files.exists(marker)) {
            return;
        }
        if (!MailboxServer.isOpen()) {
            LOG.info("There is no demo clinic, because its people can only be invited through the mailbox,"
                    + " and QUARKUS_MAILER_HOST sends letters elsewhere.");
            return;
        }
        try {
            LOG.info("Making the demo clinic, this once…");
            new DemoClinic(DemoCaller.stranger(server.getLocalBaseUri())).fill();
            Files.createFile(marker);
        } catch (IOException | RuntimeException e) {
            LOG.warnf(
                    "The demo clinic is not complete: %s. The next start goes on with it; if it still cannot, delete %s to start over.",
                    e.getMessage(), directory);
        }
    }
}
