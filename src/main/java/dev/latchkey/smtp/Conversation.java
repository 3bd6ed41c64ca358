package dev.latchkey.smtp;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.ext.auth.authentication.UsernamePasswordCredentials;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** One with the mail server: letter after letter, all on one event loop. What it opened is closed when it is undeployed. */
final class Conversation extends AbstractVerticle {

    private static final long NONE = -1;

    private final List<MailMessage> letters;
    private final MailClientConfig config;
    private final Duration silence;
    private final long lastStart;
    private final AtomicReferenceArray<SmtpAttempt> attempts;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final BooleanSupplier isStopping;

    @SuppressWarnings("NullAway.Init") // in start
    private MailClient client;

    private volatile int current = 0;
    private volatile boolean isGreeted = false;
    private volatile boolean isFinishing = false;
    private boolean isConnected = false;
    private long greetingTimer = NONE;

    /** @param isStopping then no further letter is begun */
    Conversation(
            List<MailMessage> letters,
            MailClientConfig config,
            MailServerSettings settings,
            BooleanSupplier isStopping) {
        this.letters = letters;
        this.config = config;
        this.silence = settings.silence();
        this.lastStart = System.nanoTime() + settings.timeout().dividedBy(2).toNanos();
        this.attempts = new AtomicReferenceArray<>(letters.size());
        IntStream.range(0, letters.size()).forEach(at -> attempts.set(at, SmtpAttempt.UNTRIED));
        this.isStopping = isStopping;
    }

    @Override
    public void start() {
        client = MailClient.builder(vertx)
                .with(config.create(2 * letters.size()))
                .withCredentialsSupplier(this::signIn)
                .build();
        sendNext();
    }

    /** None begins that may not have the time to end: it would be sent again. */
    private void sendNext() {
        var isLate = System.nanoTime() > lastStart || isFinishing || isStopping.getAsBoolean();
        if (current == letters.size() || isLate) {
            end.complete(null);
            return;
        }
        attempts.set(current, SmtpAttempt.UNANSWERED);
        if (!isConnected) {
            greetingTimer = vertx.setTimer(silence.toMillis(), timer -> end.complete(null));
        }
        var at = current;
        client.sendMail(letters.get(at), sent -> hear(at, sent));
    }

    /** Called as soon as the server has greeted us. Until then the client tells no one when the connection is closed. */
    private Future<UsernamePasswordCredentials> signIn() {
        isGreeted = true;
        stopWaitingForGreeting();
        return Future.succeededFuture(config.credentials());
    }

    private void hear(int at, AsyncResult<MailResult> sent) {
        if (at != current || end.isDone()) {
            return;
        }
        stopWaitingForGreeting();
        var attempt = sent.succeeded() ? SmtpAttempt.TAKEN : SmtpAttempt.of(sent.cause());
        attempts.set(at, attempt);
        isConnected = attempt.isTaken();
        current = at + 1;
        if (attempt.isConversationOver()) {
            end.complete(null);
        } else {
            sendNext();
        }
    }

    private void stopWaitingForGreeting() {
        vertx.cancelTimer(greetingTimer);
        greetingTimer = NONE;
    }

    /** Or its pool would stay in what all verticles share. */
    @Override
    public void stop() {
        client.close();
    }

    CompletableFuture<Void> end() {
        return end;
    }

    /** With the letter that is under way. */
    void finish() {
        isFinishing = true;
    }

    /** What became of the letters so far, while it goes on. */
    List<SmtpAttempt> judged() {
        return IntStream.range(0, current).mapToObj(attempts::get).toList();
    }

    /** What became of all of them, when it has ended or was given up. Another conversation may try at once those that were not tried in this one. */
    List<SmtpAttempt> attempts() {
        var all = IntStream.range(0, attempts.length()).mapToObj(attempts::get).toList();
        return all.stream()
                .map(attempt -> attempt == SmtpAttempt.UNTRIED ? fateOfTheRest(all) : attempt)
                .toList();
    }

    /** They would fare no better with a server that does not greet, or that refuses us. */
    private SmtpAttempt fateOfTheRest(List<SmtpAttempt> all) {
        if (!isGreeted) {
            return isFinishing || isStopping.getAsBoolean() ? SmtpAttempt.UNTRIED : SmtpAttempt.UNANSWERED;
        }
        var hasJudged = all.stream().anyMatch(attempt -> attempt.outcome().isOfTheLetter());
        return all.stream()
                .filter(attempt -> attempt.refusesUs() && !hasJudged)
                .findFirst()
                .map(SmtpAttempt::withoutReply)
                .orElse(SmtpAttempt.UNTRIED);
    }
}
