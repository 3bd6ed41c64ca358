package dev.latchkey.support;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** What the database is asked from now on until it is closed, with the values, as PostgreSQL itself writes it down. */
public final class Statements implements AutoCloseable {

    private final Path log;
    private final int before;

    private Statements(Path log, int before) {
        this.log = log;
        this.before = before;
    }

    public static Statements listening() throws IOException {
        var data = Path.of(DatabaseUser.OWNER.reads("show data_directory").get(0));
        var log = data.resolveSibling("database.log");
        writesDown("all");
        var listening = "select 1 -- " + UUID.randomUUID();
        await().until(() -> {
            Database.count(listening);
            return Files.readString(log).contains(listening);
        });
        return new Statements(log, Files.readString(log).length());
    }

    public String asked() throws IOException {
        return Files.readString(log).substring(before);
    }

    private static void writesDown(String which) {
        Database.execute("alter system set log_statement = '" + which + "'");
        Database.count("select case when pg_reload_conf() then 1 end");
    }

    @Override
    public void close() {
        writesDown("none");
    }
}
