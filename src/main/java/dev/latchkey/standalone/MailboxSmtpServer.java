package dev.latchkey.standalone;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.Socket;
import java.net.SocketException;

/** GreenMail's SMTP server, on any port of this machine alone. */
final class MailboxSmtpServer extends SmtpServer {

    static final String LOOPBACK = "127.0.0.1";

    private static final ServerSetup SETUP = new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP); // any port

    private MailboxSmtpServer(MailboxStore store) {
        super(SETUP, new Delivery(store));
    }

    static MailboxSmtpServer start(MailboxStore store) {
        var server = new MailboxSmtpServer(store);
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

    /** It answers a greeting in three pieces; held back to be one, they would come 40 ms late (RFC 896 and delayed acknowledgements). */
    @Override
    protected void handleClientSocket(Socket client) throws SocketException {
        client.setTcpNoDelay(true);
        super.handleClientSocket(client);
    }

    /** Puts what arrives into the store, instead of into the accounts a mail server has. */
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
