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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** An SMTP server in the mood a test wants, which remembers the letters it took. */
public class MoodyMailServer implements QuarkusTestResourceLifecycleManager {

    public enum Mood {
        CONTENT,
        AWAY,
        SILENT,
        SILENT_AT_OUR_NAME,
        SILENT_AT_THE_SENDER,
        SILENT_AT_THE_RECIPIENT,
        SILENT_AT_THE_LETTER,
        SILENT_AFTER_THE_LETTER,
        SILENT_AT_THE_FAREWELL,
        /** A line that promises another one, again and again. */
        DRIPPING,
        /** The same, once it has been polite. */
        DRIPPING_AT_THE_SENDER,
        /** Reads no more, once it may have the letter. */
        DEAF,
        /** Thinks about each letter for a while. */
        SLOW,
        /** One letter, and it hangs up. */
        CURT,
        FORGETFUL,
        BUSY,
        AGAINST_THE_PASSWORD,
        AGAINST_THE_SENDER,
        AGAINST_THE_RECIPIENT,
        AGAINST_OUR_NAME,
        AGAINST_RELAYING,
        AGAINST_THE_LETTER
    }

    private static volatile Mood mood = Mood.CONTENT;
    private static final List<String> LETTERS = new CopyOnWriteArrayList<>();
    private static final List<String> COMMANDS = new CopyOnWriteArrayList<>();
    private static final AtomicInteger CONNECTIONS = new AtomicInteger();
    private static final AtomicInteger CALLERS = new AtomicInteger();
    private static final CountDownLatch NEVER = new CountDownLatch(1);
    private static final Duration A_MOMENT = Duration.ofMillis(20);
    private static final Duration A_WHILE = Duration.ofMillis(300);

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
        COMMANDS.clear();
        inBackground(this::welcome);
        Mailbox.readFrom(MoodyMailServer::newestFirst);
        return Map.of(
                "quarkus.mailer.host", door.getInetAddress().getHostAddress(),
                "quarkus.mailer.port", String.valueOf(door.getLocalPort()),
                "quarkus.mailer.from", "no-reply@portal.example.org",
                "quarkus.mailer.timeout", "2s",
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
        return writtenTo(recipient).stream().map(MoodyMailServer::parse).toList();
    }

    /** As they came, line by line. */
    public static List<String> writtenTo(String recipient) {
        return LETTERS.stream()
                .filter(letter -> letter.contains("To: " + recipient + "\r\n"))
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
        CONNECTIONS.incrementAndGet();
        CALLERS.incrementAndGet();
        try (caller;
                var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8))) {
            if (mood == Mood.AWAY) {
                return;
            }
            if (mood == Mood.SILENT) {
                waitForTheEnd(in);
            }
            if (mood == Mood.DRIPPING) {
                drip(caller, "220-wait");
            }
            say(caller, "220 moody.example.org");
            answerAll(caller, in);
        } catch (IOException e) {
            // the caller hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            CALLERS.decrementAndGet();
        }
    }

    private void answerAll(Socket caller, BufferedReader in) throws IOException, InterruptedException {
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            COMMANDS.add(line);
            if (mood == Mood.DRIPPING_AT_THE_SENDER && line.startsWith("MAIL")) {
                drip(caller, "250-wait");
            }
            if (isSilentAt(line)) {
                waitForTheEnd(in);
                return;
            }
            say(caller, answer(line));
            if (line.equals("DATA")) {
                while (mood == Mood.DEAF) {
                    NEVER.await(A_MOMENT.toMillis(), TimeUnit.MILLISECONDS);
                }
                var letter = in.lines().takeWhile(it -> !it.equals(".")).collect(Collectors.joining("\r\n"));
                var answer = take(letter);
                if (mood == Mood.SILENT_AFTER_THE_LETTER || letter.contains("To: silent.")) {
                    waitForTheEnd(in);
                    return;
                }
                if (mood == Mood.SLOW) {
                    NEVER.await(A_WHILE.toMillis(), TimeUnit.MILLISECONDS);
                }
                say(caller, answer);
                if (mood == Mood.CURT) {
                    return;
                }
            }
        }
    }

    private boolean isSilentAt(String command) {
        return switch (mood) {
            case SILENT_AT_OUR_NAME -> command.startsWith("EHLO");
            case SILENT_AT_THE_SENDER -> command.startsWith("MAIL");
            case SILENT_AT_THE_RECIPIENT -> command.startsWith("RCPT");
            case SILENT_AT_THE_LETTER -> command.equals("DATA");
            case SILENT_AT_THE_FAREWELL, AGAINST_THE_RECIPIENT -> command.equals("QUIT");
            default -> false;
        };
    }

    /** Until the caller has hung up. */
    private static void drip(Socket caller, String line) throws IOException, InterruptedException {
        while (true) {
            say(caller, line);
            NEVER.await(A_MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static void waitForTheEnd(BufferedReader in) throws IOException {
        while (in.read() >= 0) {
            // what the caller goes on to say
        }
    }

    /** What callers have called themselves. */
    public static List<String> greetings() {
        return commands("EHLO");
    }

    public static List<String> commands(String verb) {
        return COMMANDS.stream().filter(command -> command.startsWith(verb)).toList();
    }

    /** So many there were since the start. */
    public static int connections() {
        return CONNECTIONS.get();
    }

    /** So many are open. */
    public static int callers() {
        return CALLERS.get();
    }

    private String answer(String command) {
        if (command.startsWith("EHLO") && mood == Mood.AGAINST_THE_PASSWORD) {
            return "250-moody.example.org\r\n250 AUTH LOGIN PLAIN XOAUTH2 CRAM-MD5";
        }
        if (command.startsWith("AUTH")) {
            return "535 5.7.8 not with this password";
        }
        if (command.startsWith("MAIL") && mood == Mood.AGAINST_THE_SENDER) {
            return "550 5.7.1 who are you?";
        }
        if (command.startsWith("RCPT") && mood == Mood.BUSY) {
            return "450 4.2.1 later, please";
        }
        if (command.startsWith("RCPT") && (mood == Mood.AGAINST_THE_RECIPIENT || command.contains("<refused."))) {
            return "550 5.1.1 no such mailbox";
        }
        if (command.startsWith("RCPT") && command.contains("<full.")) {
            return "552 5.2.2 mailbox full";
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
