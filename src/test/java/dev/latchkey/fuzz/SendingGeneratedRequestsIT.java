package dev.latchkey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.standalone.StandaloneSettings;
import dev.latchkey.support.Contract;
import dev.latchkey.support.PackagedApp;
import dev.latchkey.support.Together;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The requests are the same for a seed; which of them meet at the server is not. */
class SendingGeneratedRequestsIT {

    private static final Contract CONTRACT = Contract.read();
    private static final int SENDERS = 4;
    private static final long REQUESTS = Long.getLong("fuzz.requests", 200_000);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final Duration LONGEST = Duration.ofMinutes(Long.getLong("fuzz.minutes", 90));

    /** With the limits of the tests: one machine sends here in a minute what many households send in a day. */
    private static final Map<String, String> SETTINGS = Map.of(
            "LATCHKEY_STANDALONE", "true",
            "QUARKUS_PROFILE", "test",
            "QUARKUS_LOG_LEVEL", "INFO",
            "QUARKUS_LOG_FILE_ENABLED", "false");

    private final Findings findings = new Findings();
    private final AtomicLong sent = new AtomicLong();
    private final long end = System.nanoTime() + LONGEST.toNanos();

    @Test
    void gets_an_answer_that_the_contract_has_to_each(@TempDir Path directory) throws Exception {
        System.setProperty("latchkey.operator-key", StandaloneSettings.OPERATOR_KEY);
        try (var app = PackagedApp.startForLong(directory, SETTINGS).untilItPrints("Be the receptionist")) {
            var senders = IntStream.range(0, SENDERS)
                    .mapToObj(n -> (Callable<Boolean>) this::sendAll)
                    .toList();

            assertThat(Together.all(senders)).hasSize(SENDERS);

            System.out.printf("seed %d: %d requests%n%s%n", SEED, sent.get(), findings.summary());
            assertThat(findings.found()).isEmpty();
            assertThat(app.printed()).doesNotContain("ERROR");
        }
    }

    private boolean sendAll() {
        var sender = new Sender(CONTRACT, findings);
        for (var n = sent.getAndIncrement(); n < REQUESTS && System.nanoTime() < end; n = sent.getAndIncrement()) {
            sender.send(SEED * 1_000_000_007L + n);
            if (n % 5_000 == 4_999) {
                System.out.printf("%,d of %,d requests sent%n", n + 1, REQUESTS);
            }
        }
        return true;
    }
}
