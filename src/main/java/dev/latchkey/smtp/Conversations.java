package dev.latchkey.smtp;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Gives letters to the mail server. */
@ApplicationScoped
public class Conversations {

    /** Letters beyond that many would be left untried. */
    public static final int MOST_LETTERS = 50;

    private static final Logger LOG = Logger.getLogger(Conversations.class);

    /** A socket is closed in three seconds at most, even if the other end reads no more. */
    private static final Duration CLEARING_UP = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final MailClientConfig config;
    private final MailServerSettings settings;
    private final MailServerAlarm alarm;

    Conversations(Vertx vertx, MailClientConfig config, MailServerSettings settings, MailServerAlarm alarm) {
        this.vertx = vertx;
        this.config = config;
        this.settings = settings;
        this.alarm = alarm;
    }

    /** What became of each letter, in their order. Ends within {@code QUARKUS_MAILER_TIMEOUT}, whatever the server does. */
    public List<Outcome> hold(List<MailMessage> letters) {
        var conversation = new Conversation(letters.stream().limit(MOST_LETTERS).toList(), config, settings);
        var deployed = vertx.deployVerticle(conversation)
                .onFailure(conversation.end()::completeExceptionally)
                .toCompletionStage()
                .toCompletableFuture();
        try {
            conversation.end().get(settings.timeout().toMillis(), MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("the mail server did not come to an end");
        } catch (ExecutionException e) {
            LOG.error("no conversation with the mail server could begin", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        undeploy(deployed);
        var attempts = conversation.attempts();
        attempts.forEach(alarm::hear);
        return Stream.concat(
                        attempts.stream().map(SmtpAttempt::outcome),
                        Stream.generate(() -> Outcome.UNTRIED).limit(letters.size() - attempts.size()))
                .collect(Collectors.toUnmodifiableList());
    }

    /** Closes the connection. */
    private void undeploy(CompletableFuture<String> deployed) {
        try {
            deployed.thenCompose(id -> vertx.undeploy(id).toCompletionStage())
                    .get(CLEARING_UP.toMillis(), MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("a conversation with the mail server could not be cleared up at once", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
