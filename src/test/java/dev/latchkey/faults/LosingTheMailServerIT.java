package dev.latchkey.faults;

import dev.latchkey.faults.PostOffice.Mood;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

@FaultTest
class LosingTheMailServerIT {

    private static final Duration AWAY = Duration.ofSeconds(Long.getLong("faults.away", 60));

    private final Cluster cluster;

    LosingTheMailServerIT(@TempDir Path directory) throws Exception {
        cluster = Cluster.in(directory);
    }

    @AfterAll
    void tear_down() throws Exception {
        cluster.close();
    }

    @EachRun
    void because_it_is_away_delays_letters_and_nothing_else(Run run) throws Exception {
        cluster.withstands(
                "SMTP away for " + AWAY.toSeconds() + " s",
                run,
                chance -> {
                    cluster.mail.goesAway();
                    Moments.pass(AWAY);
                    cluster.mail.comesBack();
                },
                Tally.only());
    }

    @EachRun
    void because_it_hangs_delays_letters_and_nothing_else(Run run) throws Exception {
        whileItIs(Mood.HANGING, "SMTP hanging", run, 10_000);
    }

    @EachRun
    void because_it_refuses_for_now_delays_letters_and_nothing_else(Run run) throws Exception {
        whileItIs(Mood.REFUSING_FOR_NOW, "SMTP refusing, 450", run, 2_000);
    }

    /** To serve us at all, which an operator can mend. */
    @EachRun
    void because_it_refuses_us_delays_letters_and_nothing_else(Run run) throws Exception {
        whileItIs(Mood.REFUSING_FOR_GOOD, "SMTP refusing, 550", run, 2_000);
    }

    private void whileItIs(Mood mood, String fault, Run run, int atLeastMillis) throws Exception {
        cluster.withstands(
                fault,
                run,
                chance -> {
                    cluster.mail.becomes(mood);
                    Moments.pass(Duration.ofMillis(atLeastMillis + chance.nextInt(4_000)));
                    cluster.mail.becomes(Mood.CONTENT);
                },
                Tally.only());
    }
}
