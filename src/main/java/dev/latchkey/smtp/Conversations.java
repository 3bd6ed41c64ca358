package dev.latchkey.smtp;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailMessage;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Gives letters to the mail server. */
@ApplicationScoped
public class Conversations {

    /** Letters beyond that many would be left untried. */
    public static final int MOST_LETTERS = 50;

    private static final Logger LOG = Logger.getLogger(Conversations.class);

    /** A socket is closed in three seconds at most, even if the other end reads no more. */
    private static final Duration CLEARING_UP = Duration.ofSeconds(5);

    private static final int BEFORE_WORK_IS_WAITED_FOR = 1;
    private static final Duration A_WHILE = Duration.ofMillis(200);

    /** A part of the grace that a stop has after it has interrupted what is under way: what became of it has to be noted, too. */
    private static final Duration LAST_LETTER = Duration.ofMillis(1500);

    private final Vertx vertx;
    private final MailClientConfig config;
    private final MailServerSettings settings;
    private final MailServerAlarm alarm;
    private volatile boolean stopping;

    Conversations(Vertx vertx, MailClientConfig config, MailServerSettings settings, MailServerAlarm alarm) {
        this.vertx = vertx;
        this.config = config;
        this.settings = settings;
        this.alarm = alarm;
    }

    /** No letter is begun any more, and the one that is under way may end. */
    void stop(@Observes @Priority(BEFORE_WORK_IS_WAITED_FOR) ShutdownEvent event) {
        stopping = true;
    }

    /**
     * Ends within {@code QUARKUS_MAILER_TIMEOUT}, whatever the server does, but for the time that is taken to hear.
     *
     * @param heard is told what became of each letter, in their order, a few at a time: soon, for a node may die while the others go out
     */
    public void hold(List<MailMessage> letters, Consumer<List<SmtpAnswer>> heard) {
        var conversation =
                new Conversation(letters.stream().limit(MOST_LETTERS).toList(), config, settings, () -> stopping);
        var deployed = vertx.deployVerticle(conversation)
                .onFailure(conversation.end()::completeExceptionally)
                .toCompletionStage()
                .toCompletableFuture();
        var told = 0;
        var wasInterrupted = false;
        try {
            var latest = System.nanoTime() + settings.timeout().toNanos();
            while (!isOver(conversation, latest)) {
                told = tell(conversation.judged(), told, heard);
            }
        } catch (InterruptedException e) {
            wasInterrupted = true;
            conversation.finish();
            awaitLastLetter(conversation);
        } finally {
            undeploy(deployed);
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
        told = tell(conversation.attempts(), told, heard);
        if (told < letters.size()) {
            heard.accept(Collections.nCopies(letters.size() - told, SmtpAnswer.UNTRIED));
        }
    }

    private static boolean isOver(Conversation conversation, long latest) throws InterruptedException {
        var left = latest - System.nanoTime();
        try {
            conversation.end().get(Math.min(left, A_WHILE.toNanos()), NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return left <= A_WHILE.toNanos();
        } catch (ExecutionException e) {
            LOG.error("no conversation with the mail server could begin", e);
            return true;
        }
    }

    /** How many have been told of. */
    private int tell(List<SmtpAttempt> attempts, int before, Consumer<List<SmtpAnswer>> heard) {
        var added = attempts.subList(before, attempts.size());
        added.forEach(alarm::hear);
        if (!added.isEmpty()) {
            heard.accept(added.stream().map(SmtpAnswer::of).toList());
        }
        return attempts.size();
    }

    private static void awaitLastLetter(Conversation conversation) {
        try {
            conversation.end().get(LAST_LETTER.toNanos(), NANOSECONDS);
        } catch (TimeoutException | ExecutionException | InterruptedException e) {
            LOG.debug("the last letter before a stop did not come to an end", e);
        }
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
