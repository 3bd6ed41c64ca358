package dev.latchkey.standalone;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where every letter of a standalone installation arrives: a real SMTP server, for this machine alone. */
public final class Mailbox {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int ANY_PORT = 0;

    private static @Nullable SmtpServer server;
    private static @Nullable LetterRack rack;

    private Mailbox() {}

    /** The settings that send every letter here. */
    static synchronized Map<String, String> open(Path directory) {
        stop();
        rack = LetterRack.in(directory);
        server = listening(ANY_PORT, rack);
        return Map.of(
                "quarkus.mailer.host",
                LOOPBACK,
                "quarkus.mailer.port",
                Integer.toString(server.getPort()),
                "quarkus.mailer.tls",
                "false",
                "quarkus.mailer.start-tls",
                "DISABLED");
    }

    /** Refuses connections from now on, and ends those that are open. */
    public static synchronized void stop() {
        if (server != null) {
            server.stopService();
        }
    }

    /** Listens again, where it listened before. */
    public static synchronized void start() {
        server = listening(Objects.requireNonNull(server).getServerSetup().getPort(), Objects.requireNonNull(rack));
    }

    static synchronized boolean isOpen() {
        return rack != null;
    }

    /** Newest first. */
    static synchronized List<ReceivedLetter> letters() {
        return rack == null ? List.of() : rack.letters();
    }

    private static SmtpServer listening(int port, LetterRack rack) {
        var server = new SmtpServer(new ServerSetup(port, LOOPBACK, ServerSetup.PROTOCOL_SMTP), new Delivery(rack));
        server.setDaemon(true);
        server.startService();
        try {
            if (!server.waitTillRunning(ServerSetup.SERVER_STARTUP_TIMEOUT)) {
                throw new CannotStart("The mailbox cannot listen on " + LOOPBACK + ".");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return server;
    }

    /** Puts what arrives on the rack, instead of into the accounts a mail server has. */
    private static final class Delivery extends Managers {

        private final SmtpManager smtp;

        Delivery(LetterRack rack) {
            this.smtp = new SmtpManager(getImapHostManager(), getUserManager()) {
                @Override
                public synchronized void send(SmtpState state) {
                    for (var recipient : state.getMessage().getToAddresses()) {
                        rack.add(recipient.getEmail(), state.getMessage().getMessage());
                    }
                }
            };
        }

        @Override
        public SmtpManager getSmtpManager() {
            return smtp;
        }
    }
}
