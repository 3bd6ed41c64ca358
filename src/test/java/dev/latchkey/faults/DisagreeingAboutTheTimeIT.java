package dev.latchkey.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.faults.PostOffice.Mood;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

/** A preloaded library moves the clock of one node's whole process, which no setting of ours could: db-scheduler keeps time by it too. */
@FaultTest
class DisagreeingAboutTheTimeIT {

    private static final Path COMPILER = Path.of("/usr/bin/cc");
    private static final Path SOURCE = Path.of("src", "test", "resources", "faults", "shifted-clock.c");

    /** Four heartbeats are ten seconds: let the clocks be further apart than that, and letters arrive twice. */
    private static final int APART = Integer.getInteger("faults.apart", 4);

    private final Cluster cluster;
    private final Path library;

    DisagreeingAboutTheTimeIT(@TempDir Path directory) throws Exception {
        assumeTrue(Files.isExecutable(COMPILER), "skipped: moving a clock takes a C compiler (apt install gcc)");
        library = compiled(directory.resolve("shifted-clock.so"));
        cluster = Cluster.in(directory);
    }

    @AfterAll
    void tear_down() throws Exception {
        cluster.close();
    }

    /** A mail server that is slower than four heartbeats: neither node may take the other's letter for abandoned. */
    @EachRun
    void by_some_seconds_is_no_reason_to_do_anothers_work(Run run) throws Exception {
        cluster.node(1).stop();
        var seconds = run.random("clock").nextBoolean() ? APART : -APART;
        cluster.startsAgain(1, moved(seconds));
        assertThat(cluster.secondsAhead(1)).isBetween(seconds - 1L, seconds + 3L);
        cluster.withstands(
                "clocks " + APART + " s apart",
                run,
                chance -> {
                    cluster.mail.becomes(Mood.SLOW);
                    Moments.pass(Duration.ofSeconds(4));
                    cluster.mail.becomes(Mood.CONTENT);
                    Moments.pass(Duration.ofSeconds(12));
                },
                Tally.only());
    }

    private static Path compiled(Path library) throws Exception {
        var compiler = new ProcessBuilder(
                        COMPILER.toString(), "-shared", "-fPIC", "-o", library.toString(), SOURCE.toString(), "-ldl")
                .inheritIO()
                .start();
        assertThat(compiler.waitFor()).isZero();
        return library;
    }

    private Map<String, String> moved(int seconds) {
        return Map.of("LD_PRELOAD", library.toString(), "SECONDS_AHEAD", Integer.toString(seconds));
    }
}
