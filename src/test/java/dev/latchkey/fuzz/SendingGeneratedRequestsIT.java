package dev.latchkey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Contract;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The requests are the same for a seed; which of them meet at the server is not. */
@QuarkusTest
class SendingGeneratedRequestsIT {

    private static final Contract CONTRACT = Contract.read();
    private static final int SENDERS = 4;
    private static final long REQUESTS = Long.getLong("fuzz.requests", 200_000);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final Duration LONGEST = Duration.ofMinutes(Long.getLong("fuzz.minutes", 30));

    private final Findings findings = new Findings();
    private final AtomicLong sent = new AtomicLong();
    private final long end = System.nanoTime() + LONGEST.toNanos();

    @Test
    void gets_an_answer_that_the_contract_has_to_each() throws Exception {
        var senders = IntStream.range(0, SENDERS)
                .mapToObj(n -> (Callable<Boolean>) this::sendAll)
                .toList();

        assertThat(Together.all(senders)).hasSize(SENDERS);

        System.out.printf("seed %d: %d requests%n%s%n", SEED, sent.get(), findings.summary());
        assertThat(findings.found()).isEmpty();
    }

    private boolean sendAll() {
        var sender = new Sender(CONTRACT, findings);
        for (var n = sent.getAndIncrement(); n < REQUESTS && System.nanoTime() < end; n = sent.getAndIncrement()) {
            sender.send(SEED * 1_000_000_007L + n);
        }
        return true;
    }
}
