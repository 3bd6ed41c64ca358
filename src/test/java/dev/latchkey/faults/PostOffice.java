package dev.latchkey.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.support.DeliveredLetter;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that can be away, hang, refuse and dawdle, and keeps what it took in its order. */
final class PostOffice implements AutoCloseable {

    enum Mood {
        CONTENT(0),
        /** Takes the letter, and thinks about it before it says so: long enough to lose the database meanwhile. */
        LEISURELY(2),
        /** Longer than four heartbeats. */
        SLOW(12),
        HANGING(0),
        REFUSING_FOR_NOW(0),
        REFUSING_FOR_GOOD(0);

        private final int thinksForSeconds;

        Mood(int thinksForSeconds) {
            this.thinksForSeconds = thinksForSeconds;
        }
    }

    private final List<DeliveredMail> delivered = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile ServerSocket door;
    private volatile Mood mood = Mood.CONTENT;

    PostOffice() throws IOException {
        door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        port = door.getLocalPort();
        opens(door);
    }

    int port() {
        return port;
    }

    List<DeliveredMail> delivered() {
        return delivered;
    }

    /** From the next conversation on. */
    void becomes(Mood next) {
        mood = next;
    }

    /** Nothing listens on its port. */
    void goesAway() throws IOException {
        door.close();
    }

    void comesBack() throws IOException {
        var again = new ServerSocket();
        again.setReuseAddress(true);
        again.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
        door = again;
        opens(again);
    }

    private void opens(ServerSocket opened) {
        inBackground(() -> {
            while (true) {
                var caller = opened.accept();
                inBackground(() -> converse(caller, mood));
            }
        });
    }

    private void converse(Socket caller, Mood now) throws IOException {
        try (caller;
                var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8))) {
            if (now == Mood.HANGING) {
                in.read(); // until the caller hangs up
            }
            say(caller, "220 post-office.example.org");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                say(caller, answer(line, now));
                if (line.equals("DATA")) {
                    take(letter(in));
                    Moments.pass(Duration.ofSeconds(now.thinksForSeconds));
                    say(caller, "250 taken");
                }
            }
        }
    }

    /** One that breaks off in the middle is none. */
    private static String letter(BufferedReader in) throws IOException {
        var lines = new StringJoiner("\r\n");
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new SocketException("the caller hung up within a letter");
            }
            lines.add(line);
        }
        return lines.toString();
    }

    private static String answer(String command, Mood now) {
        if (command.startsWith("RCPT") && now == Mood.REFUSING_FOR_NOW) {
            return "450 4.2.1 later, please";
        }
        if (command.startsWith("MAIL") && now == Mood.REFUSING_FOR_GOOD) {
            return "550 5.7.1 who are you?";
        }
        return command.equals("DATA") ? "354 go on" : "250 fine";
    }

    private void take(String letter) {
        try {
            var message = new MimeMessage((Session) null, new ByteArrayInputStream(letter.getBytes(UTF_8)));
            delivered.add(
                    new DeliveredMail(message.getMessageID().replaceAll("[<>]|@.*", ""), DeliveredLetter.of(message)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
    }

    private static void inBackground(Talk talk) {
        var thread = new Thread(
                () -> {
                    try {
                        talk.go();
                    } catch (SocketException e) {
                        // the door was closed, or the caller hung up
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                },
                "post-office");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    /** The letter's own id, by which its copies are known, and what is in it. */
    record DeliveredMail(String id, DeliveredLetter letter) {}

    private interface Talk {

        void go() throws IOException;
    }
}
