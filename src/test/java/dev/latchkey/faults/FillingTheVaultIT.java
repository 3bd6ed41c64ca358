package dev.latchkey.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import dev.latchkey.support.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

/** The vault on a small disk of its own, which only root can give it. */
@FaultTest
class FillingTheVaultIT {

    private static final int FILE = 600_000;

    private final Path vault;
    private final Cluster cluster;
    private final Set<String> kept = new HashSet<>();

    FillingTheVaultIT(@TempDir Path directory) throws Exception {
        assumeTrue(new UnixSystem().getUid() == 0, "skipped: only root can give the vault a small disk of its own");
        vault = Files.createDirectories(directory.resolve("files"));
        mounts("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", vault.toString());
        cluster = Cluster.in(directory);
    }

    @AfterAll
    void tear_down() throws Exception {
        cluster.close();
        mounts("umount", "-l", vault.toString());
    }

    private static void mounts(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    /** Whether a file finds no room while it arrives or finds just enough, depends on how much is left. */
    @EachRun
    void refuses_files_that_find_no_room_and_costs_nothing_else(Run run) throws Exception {
        cluster.withstands(
                "disk of the vault full",
                run,
                chance -> {
                    var uploads = new Tally();
                    var caller = cluster.caller(uploads);
                    var owner = Cluster.ownerSignsIn(caller);
                    var filler = fill(chance.nextBoolean() ? 0 : chance.nextInt(FILE));
                    for (var n = 0; n < 5; n++) {
                        var files = Api.CLIENTS + "/" + cluster.clients().get(n).id() + "/files";
                        var bytes = new byte[FILE];
                        chance.nextBytes(bytes);
                        var key = new UUID(chance.nextLong(), chance.nextLong()).toString();
                        assertThat(caller.upload(files, bytes, owner, key).kind())
                                .isEqualTo("503 vault-unavailable");
                        thereIsNothingButWhatWasKept();
                        if (n == 3) {
                            bothStayReady();
                        }
                        if (n == 4) {
                            Files.delete(filler);
                            kept.add(caller.upload(files, bytes, owner, key).text(201, "id"));
                        }
                    }
                    thereIsNothingButWhatWasKept();
                    assertThat(cluster.database.rows("select id from document").stream()
                                    .map(row -> row.get(0))
                                    .collect(Collectors.toSet()))
                            .isEqualTo(kept);
                },
                Tally.only());
    }

    /** But for so many bytes. */
    private Path fill(int left) throws IOException {
        var filler = vault.resolve("filler");
        try (var out = Files.newOutputStream(filler)) {
            var room = vault.toFile().getUsableSpace() - left;
            var block = new byte[4096];
            new Random(left).nextBytes(block);
            for (; room >= block.length; room -= block.length) {
                out.write(block);
            }
        }
        return filler;
    }

    /** For longer than the answer that a node repeats and a balancer's two checks last. */
    private void bothStayReady() {
        await().during(Duration.ofSeconds(5)).untilAsserted(() -> {
            for (var n = 0; n < 2; n++) {
                assertThat(cluster.node(n).managementStatus("/q/health/ready")).isEqualTo(200);
            }
        });
    }

    private void thereIsNothingButWhatWasKept() {
        await().ignoreExceptions()
                .untilAsserted(
                        () -> { // others come and go meanwhile
                            try (var all = Files.walk(vault)) {
                                assertThat(all.filter(Files::isRegularFile).filter(file -> !file.endsWith("filler")))
                                        .hasSize(kept.size());
                            }
                        });
    }
}
