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

    @SuppressWarnings("NullAway.Init") // in start
    private MailClient client;

    private int current = 0;
    private boolean isConnected = false;
    private long greetingTimer = NONE;

    Conversation(List<MailMessage> letters, MailClientConfig config, MailServerSettings settings) {
        this.letters = letters;
        this.config = config;
        this.silence = settings.silence();
        this.lastStart = System.nanoTime() + settings.timeout().dividedBy(2).toNanos();
        this.attempts = new AtomicReferenceArray<>(letters.size());
        IntStream.range(0, letters.size()).forEach(at -> attempts.set(at, SmtpAttempt.UNTRIED));
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
        if (current == letters.size() || System.nanoTime() > lastStart) {
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
        current++;
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

    /** Also while it goes on, and after it was given up. */
    List<SmtpAttempt> attempts() {
        return IntStream.range(0, attempts.length()).mapToObj(attempts::get).toList();
    }
}
