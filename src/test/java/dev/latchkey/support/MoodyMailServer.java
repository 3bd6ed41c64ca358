package dev.latchkey.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** An SMTP server in the mood a test wants, which remembers the letters it took. */
public class MoodyMailServer implements QuarkusTestResourceLifecycleManager {

    public enum Mood {
        CONTENT,
        AWAY,
        SILENT,
        SILENT_AT_THE_FAREWELL,
        FORGETFUL,
        BUSY,
        AGAINST_THE_SENDER,
        AGAINST_THE_RECIPIENT,
        AGAINST_OUR_NAME,
        AGAINST_RELAYING,
        AGAINST_THE_LETTER
    }

    private static volatile Mood mood = Mood.CONTENT;
    private static final List<String> LETTERS = new CopyOnWriteArrayList<>();
    private static final List<String> GREETINGS = new CopyOnWriteArrayList<>();
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private final ServerSocket door;

    public MoodyMailServer() {
        try {
            door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void becomes(Mood request) {
        mood = request;
    }

    /** Content, and with no letters: the test before may have left it in any mood. */
    @Override
    public Map<String, String> start() {
        becomes(Mood.CONTENT);
        LETTERS.clear();
        GREETINGS.clear();
        inBackground(this::welcome);
        Mailbox.readFrom(MoodyMailServer::newestFirst);
        return Map.of(
                "quarkus.mailer.host", door.getInetAddress().getHostAddress(),
                "quarkus.mailer.port", String.valueOf(door.getLocalPort()),
                "quarkus.mailer.from", "no-reply@portal.example.org",
                "latchkey.mail.timeout", "300ms",
                "latchkey.work.first-retry", "100ms",
                "latchkey.work.longest-retry", "200ms");
    }

    @Override
    public void stop() {
        Mailbox.readFromApplication();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<MimeMessage> lettersTo(String recipient) {
        return LETTERS.stream()
                .filter(letter -> letter.contains("To: " + recipient + "\r\n"))
                .map(MoodyMailServer::parse)
                .toList();
    }

    private static List<Mailbox.Letter> newestFirst(String recipient) {
        var letters = new ArrayList<>(
                lettersTo(recipient).stream().map(MoodyMailServer::read).toList());
        Collections.reverse(letters);
        return letters;
    }

    private static Mailbox.Letter read(MimeMessage letter) {
        try {
            var body = GreenMailUtil.getBody(letter).replace("=\r\n", "");
            return new Mailbox.Letter(
                    letter.getMessageID(),
                    letter.getRecipients(RecipientType.TO)[0].toString(),
                    letter.getSubject(),
                    body,
                    body,
                    "");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeMessage parse(String letter) {
        try {
            return new MimeMessage((Session) null, new ByteArrayInputStream(letter.getBytes(UTF_8)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void welcome() {
        try {
            while (true) {
                var caller = door.accept();
                inBackground(() -> converse(caller));
            }
        } catch (IOException e) {
            // the door was closed
        }
    }

    private void converse(Socket caller) {
        try (caller;
                var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8))) {
            if (mood == Mood.AWAY) {
                return;
            }
            if (mood == Mood.SILENT) {
                NEVER.await();
            }
            say(caller, "220 moody.example.org");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("QUIT") && mood == Mood.SILENT_AT_THE_FAREWELL) {
                    NEVER.await();
                }
                say(caller, answer(line));
                if (line.equals("DATA")) {
                    say(caller, take(in.lines().takeWhile(it -> !it.equals(".")).collect(Collectors.joining("\r\n"))));
                }
            }
        } catch (IOException e) {
            // the caller hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What callers have called themselves. */
    public static List<String> greetings() {
        return List.copyOf(GREETINGS);
    }

    private String answer(String command) {
        if (command.startsWith("EHLO")) {
            GREETINGS.add(command);
        }
        if (command.startsWith("MAIL") && mood == Mood.AGAINST_THE_SENDER) {
            return "550 5.7.1 who are you?";
        }
        if (command.startsWith("RCPT") && mood == Mood.BUSY) {
            return "450 4.2.1 later, please";
        }
        if (command.startsWith("RCPT") && mood == Mood.AGAINST_THE_RECIPIENT) {
            return "550 5.1.1 no such mailbox";
        }
        if (command.startsWith("RCPT") && mood == Mood.AGAINST_OUR_NAME) {
            return "504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname";
        }
        if (command.startsWith("RCPT") && mood == Mood.AGAINST_RELAYING) {
            return "554 5.7.1 " + command.substring(command.indexOf('<')) + ": Relay access denied";
        }
        return command.equals("DATA") ? "354 go on" : "250 fine";
    }

    private String take(String letter) {
        if (mood == Mood.AGAINST_THE_LETTER) {
            return "554 5.7.1 this looks like spam";
        }
        LETTERS.add(letter);
        return mood == Mood.FORGETFUL ? "451 4.3.0 what did you say?" : "250 taken";
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
    }

    private static void inBackground(Runnable work) {
        var thread = new Thread(work, "moody-mail-server");
        thread.setDaemon(true);
        thread.start();
    }
}
