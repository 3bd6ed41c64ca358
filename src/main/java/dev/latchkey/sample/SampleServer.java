package dev.latchkey.sample;

import dev.latchkey.standalone.MailboxServer;
import dev.latchkey.standalone.Standalone;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Serves the sample on an origin of its own, as a portal is served in life; for this machine alone. */
@Singleton
public class SampleServer {

    private static final Logger LOG = Logger.getLogger(SampleServer.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int ATTEMPTS = 6;
    private static final long MOMENT_MS = 100;

    private final Standalone standalone;
    private final ApiOrigin api;
    private final Vertx vertx;
    private volatile @Nullable HttpServer listening;

    SampleServer(Standalone standalone, ApiOrigin api, Vertx vertx) {
        this.standalone = standalone;
        this.api = api;
        this.vertx = vertx;
    }

    /** In a standalone installation whose letters lead to it. */
    public void open() {
        if (standalone.active()) {
            standalone.samplePort().ifPresent(this::listen);
        }
    }

    private void listen(int port) {
        var answers = new SampleAnswers(vertx, api.get(), MailboxServer.isOpen());
        try {
            listening = await(listen(port, answers, ATTEMPTS));
        } catch (CompletionException | IllegalArgumentException e) {
            LOG.warnf(
                    "The sample is not there, for it cannot listen at port %s, where letters lead (%s)."
                            + " Choose another port with LATCHKEY_STANDALONE_SAMPLE_PORT.",
                    Integer.toString(port), Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    /** Once more after a moment, for which the server of before a live reload may still hold the port. */
    private Future<HttpServer> listen(int port, SampleAnswers answers, int attempts) {
        var server = vertx.createHttpServer().requestHandler(answers).listen(port, LOOPBACK);
        return attempts == 1
                ? server
                : server.recover(taken -> vertx.timer(MOMENT_MS, TimeUnit.MILLISECONDS)
                        .compose(passed -> listen(port, answers, attempts - 1)));
    }

    /** A live reload stops this one before the next one opens. */
    void close(@Observes ShutdownEvent event) {
        var server = listening;
        if (server != null) {
            await(server.close());
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
