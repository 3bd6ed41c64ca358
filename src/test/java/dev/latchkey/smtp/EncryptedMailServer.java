package dev.latchkey.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server for {@code localhost}, with a certificate that it has signed itself. */
final class EncryptedMailServer implements AutoCloseable {

    static final String PASSWORD = "changeit";

    enum Way {
        /** TLS from the first byte. */
        TLS,
        STARTTLS,
        /** Offers it, and refuses when asked. */
        STARTTLS_REFUSED,
        NONE
    }

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final SSLContext tls;
    private final Way way;

    EncryptedMailServer(Path keys, Way way) throws Exception {
        this.tls = context(keys);
        this.way = way;
        inBackground(this::welcome);
    }

    /** Also the store of what trusts it. */
    static Path keys(Path directory) throws Exception {
        var keys = directory.resolve("keys.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .start();
        if (made.waitFor() != 0) {
            throw new AssertionError(new String(made.getInputStream().readAllBytes(), US_ASCII));
        }
        return keys;
    }

    /** The certificate alone, as what trusts it has it. */
    static Path trust(Path keys) throws Exception {
        var own = load(keys);
        var trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("mail", own.getCertificate("mail"));
        var file = keys.resolveSibling("trust.p12");
        try (var out = Files.newOutputStream(file)) {
            trust.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private static SSLContext context(Path keys) throws Exception {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(load(keys), PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    int port() {
        return door.getLocalPort();
    }

    /** With {@code TLS: } before those that were told it under TLS. */
    List<String> commands() {
        return commands;
    }

    private void welcome() throws IOException {
        while (true) {
            var caller = door.accept();
            inBackground(() -> greet(caller));
        }
    }

    private void greet(Socket caller) throws IOException {
        var socket = way == Way.TLS ? encrypted(caller) : caller;
        say(socket, "220 localhost");
        converse(socket);
    }

    private void converse(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var isEncrypted = socket instanceof SSLSocket;
            commands.add((isEncrypted ? "TLS: " : "") + line);
            if (line.equals("STARTTLS") && way == Way.STARTTLS) {
                say(socket, "220 go on");
                converse(encrypted(socket));
                return;
            }
            say(socket, answer(line, isEncrypted));
            if (line.equals("DATA")) {
                in.lines().takeWhile(it -> !it.equals(".")).forEach(it -> {});
                say(socket, "250 taken");
            }
        }
    }

    private String answer(String command, boolean isEncrypted) {
        if (command.startsWith("EHLO") && !isEncrypted && way != Way.NONE) {
            return "250-localhost\r\n250 STARTTLS";
        }
        return switch (command) {
            case "DATA" -> "354 go on";
            case "STARTTLS" -> "454 4.7.0 not now";
            default -> "250 fine";
        };
    }

    private SSLSocket encrypted(Socket plain) throws IOException {
        var socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    private static void say(Socket caller, String lines) throws IOException {
        caller.getOutputStream().write((lines + "\r\n").getBytes(US_ASCII));
    }

    private static void inBackground(Talk talk) {
        var thread = new Thread(
                () -> {
                    try {
                        talk.go();
                    } catch (IOException e) {
                        // the caller hung up, or the door was closed
                    }
                },
                "encrypted-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private interface Talk {

        void go() throws IOException;
    }
}
