package dev.latchkey.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Where letters go from here. */
@ApplicationScoped
public class MailServer {

    private static final int PATIENCE = 1000; // ms

    private final MailServerSettings settings;

    MailServer(MailServerSettings settings) {
        this.settings = settings;
    }

    /** Whether something listens there; a conversation only to see would fill the server's log. */
    public boolean isReachable() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(settings.host(), settings.port()), PATIENCE);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
