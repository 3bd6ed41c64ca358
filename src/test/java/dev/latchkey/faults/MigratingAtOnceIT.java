package dev.latchkey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.PackagedApp;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

@FaultTest
class MigratingAtOnceIT {

    private static final String RUNNING = "Login links lead to";

    private final Path directory;
    private final Postgres database;

    MigratingAtOnceIT(@TempDir Path directory) throws Exception {
        this.directory = directory;
        database = new Postgres(directory);
        database.tells("create role portal login password 'portal''s own'");
    }

    @AfterAll
    void tear_down() throws Exception {
        database.close();
    }

    /** From an empty database; each change is made once, and both nodes are ready. */
    @EachRun
    void is_done_by_one_of_two_nodes_and_awaited_by_the_other(Run run) throws Exception {
        var name = "empty_" + run.number();
        database.tells("create database " + name);
        var settings = Settings.ofDatabase(database.url(name), directory);
        var tally = new Tally();
        Throwable broken = null;
        try (var one = PackagedApp.start(directory, settings)) {
            Moments.pass(java.time.Duration.ofMillis(run.random("start").nextInt(500)));
            try (var other = PackagedApp.start(directory, settings)) {
                for (var node : List.of(one, other)) {
                    node.untilItPrints(RUNNING).untilItIsReady();
                    var stranger = new Caller(node.uri(), tally);
                    assertThat(stranger.get(Api.PORTALS + "/unknown", null).kind())
                            .isEqualTo("404 portal-unknown");
                }
                assertThat(database.rows("select id from databasechangelog", name))
                        .isNotEmpty()
                        .doesNotHaveDuplicates();
            }
        } catch (Throwable e) {
            broken = e;
            throw e;
        } finally {
            Results.add("two nodes migrating at once", run, tally, broken);
        }
    }
}
