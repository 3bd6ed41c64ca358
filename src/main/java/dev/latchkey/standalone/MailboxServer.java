package dev.latchkey.standalone;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where every letter of a standalone installation arrives: a real SMTP server, for this machine alone. */
final class MailboxServer {

    private static final String LOOPBACK = "127.0.0.1";
    private static final ServerSetup SETUP = new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP); // any port

    private static @Nullable SmtpServer server;
    private static @Nullable MailboxStore store;

    private MailboxServer() {}

    /** The settings that send every letter here. */
    static synchronized Map<String, String> open(Path directory) {
        stop();
        store = MailboxStore.in(directory);
        server = listening(store);
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
    static synchronized void stop() {
        if (server != null) {
            server.stopService();
        }
    }

    static synchronized boolean isOpen() {
        return store != null;
    }

    /** Newest first. */
    static synchronized List<ReceivedLetter> letters() {
        return store == null ? List.of() : store.letters();
    }

    private static SmtpServer listening(MailboxStore store) {
        var server = new Server(store);
        server.setDaemon(true);
        server.startService();
        try {
            if (!server.waitTillRunning(ServerSetup.SERVER_STARTUP_TIMEOUT)) {
                throw new StartupException("The mailbox cannot listen on " + LOOPBACK + ".");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return server;
    }

    private static final class Server extends SmtpServer {

        Server(MailboxStore store) {
            super(SETUP, new Delivery(store));
        }

        /** It answers a greeting in three pieces; held back to be one, they would come 40 ms late (RFC 896 and delayed acknowledgements). */
        @Override
        protected void handleClientSocket(Socket client) throws SocketException {
            client.setTcpNoDelay(true);
            super.handleClientSocket(client);
        }
    }

    /** Puts what arrives on the rack, instead of into the accounts a mail server has. */
    private static final class Delivery extends Managers {

        private final SmtpManager smtp;

        Delivery(MailboxStore store) {
            this.smtp = new SmtpManager(getImapHostManager(), getUserManager()) {
                @Override
                public synchronized void send(SmtpState state) {
                    for (var recipient : state.getMessage().getToAddresses()) {
                        store.add(recipient.getEmail(), state.getMessage().getMessage());
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
