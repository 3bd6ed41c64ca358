package dev.latchkey.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.awaitility.pollinterval.FibonacciPollInterval;
import org.awaitility.pollinterval.PollInterval;

/** What SMTP delivered. */
public final class Mailbox {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A letter takes ten milliseconds, and a suite waits for thousands. To look is a request, too, and keeps the letter from arriving. */
    private static final Duration AT_FIRST = Duration.ofMillis(8);

    /** Every 5, 8, 13, 21… milliseconds. */
    private static final PollInterval OFTEN = new FibonacciPollInterval(4, TimeUnit.MILLISECONDS);

    private static volatile Function<String, List<Letter>> keeper = Mailbox::ofTheApplication;

    private Mailbox() {}

    public static Letter newestTo(String address) {
        return newestTo(address, PATIENCE);
    }

    public static Letter newestTo(String address, Duration patience) {
        return lettersTo(address, 1, patience).get(0);
    }

    /** Newest first, as soon as there are so many. */
    public static List<Letter> lettersTo(String address, int howMany) {
        return lettersTo(address, howMany, PATIENCE);
    }

    private static List<Letter> lettersTo(String address, int howMany, Duration patience) {
        return await().atMost(patience)
                .pollInSameThread()
                .pollDelay(AT_FIRST)
                .pollInterval(OFTEN)
                .until(() -> lettersTo(address), letters -> letters.size() >= howMany);
    }

    /** The same of those that have a link: others tell of what was done to an account. */
    public static List<Letter> linksTo(String address, int howMany) {
        return await().atMost(PATIENCE)
                .pollInSameThread()
                .pollDelay(AT_FIRST)
                .pollInterval(OFTEN)
                .until(
                        () -> lettersTo(address).stream()
                                .filter(Letter::hasLink)
                                .toList(),
                        letters -> letters.size() >= howMany);
    }

    /** Those there are by now. */
    public static List<Letter> lettersTo(String address) {
        return keeper.apply(address);
    }

    private static List<Letter> ofTheApplication(String address) {
        var path = "/mailbox/letters?to=" + URLEncoder.encode(address, UTF_8);
        var answer = PlainHttp.send("GET", path, Map.of(), null);
        answer.then().statusCode(200);
        return Answers.list(answer, "", Letter.class);
    }

    /** Where letters go to another server than the application's own. */
    static void readFrom(Function<String, List<Letter>> other) {
        keeper = other;
    }

    static void readFromApplication() {
        keeper = Mailbox::ofTheApplication;
    }

    public record Letter(String id, String to, String subject, String text, String html, String receivedAt) {

        private static final Pattern CODE = Pattern.compile("instead: ([0-9]{6})\\b");
        private static final Pattern LINK = Pattern.compile("https?://\\S+?#\\S+");

        public boolean hasLink() {
            return LINK.matcher(text).find();
        }

        /** Where the one link in the letter leads, secret and all. */
        public String link() {
            var link = LINK.matcher(text);
            if (!link.find()) {
                throw new AssertionError("no link in the letter:\n" + text);
            }
            return link.group();
        }

        /** The secret of that link. */
        public String fragment() {
            return link().substring(link().indexOf('#') + 1);
        }

        /** The digits that do the same. */
        public String code() {
            var code = CODE.matcher(text);
            if (!code.find()) {
                throw new AssertionError("no code in the letter:\n" + text);
            }
            return code.group(1);
        }
    }
}
