package dev.latchkey.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where every letter of a standalone installation arrives: a real SMTP server, for this machine alone. */
public final class MailboxServer {

    private static @Nullable MailboxSmtpServer server;
    private static @Nullable MailboxStore store;

    private MailboxServer() {}

    /** The settings that send every letter here. */
    static synchronized Map<String, String> open(Path directory) {
        stop();
        store = MailboxStore.in(directory);
        server = MailboxSmtpServer.start(store);
        return Map.of(
                "quarkus.mailer.host",
                MailboxSmtpServer.LOOPBACK,
                "quarkus.mailer.port",
                Integer.toString(server.getPort()),
                "quarkus.mailer.tls",
                "false",
                "quarkus.mailer.start-tls",
                "DISABLED");
    }

    /** Refuses connections from now on, and ends those that are open. */
    static synchronized void stop() {
        if (server != null) {
            server.stopService();
        }
    }

    public static synchronized boolean isOpen() {
        return store != null;
    }

    /** Newest first. */
    static synchronized List<ReceivedLetter> letters() {
        return store == null ? List.of() : store.letters();
    }
}
