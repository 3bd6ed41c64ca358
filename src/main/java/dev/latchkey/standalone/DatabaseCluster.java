package dev.latchkey.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The files of the embedded PostgreSQL. Each of its users needs a password, the owner too. */
record DatabaseCluster(StandaloneDirectory directory, Durability durability) {

    static final String OWNER = "latchkey";
    static final String OWNERS_PASSWORD = "database-password";

    Path data() {
        return directory.file("database");
    }

    void initialiseOnce(PostgresBinaries binaries) throws IOException {
        if (Files.notExists(data())) {
            initialise(binaries);
        }
    }

    /** Under another name until it is whole, so that a start cut short leaves nothing half made. */
    private void initialise(PostgresBinaries binaries) throws IOException {
        directory.secret(OWNERS_PASSWORD);
        var fresh = directory.file("database." + ProcessHandle.current().pid());
        if (Files.exists(fresh)) {
            StandaloneDirectory.delete(fresh);
        }
        var arguments = new ArrayList<>(List.of("-D", fresh.toString(), "-U", OWNER, "-A", "scram-sha-256"));
        arguments.addAll(List.of("--pwfile", directory.file(OWNERS_PASSWORD).toString()));
        // The same order and the same capitals on every machine.
        arguments.addAll(List.of("-E", "UTF8", "--locale", "C", "--locale-provider", "builtin"));
        arguments.addAll(List.of("--builtin-locale", "C.UTF-8"));
        arguments.addAll(durability.initialisation);
        binaries.run("initdb", arguments);
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    Connection connectAsOwner(String address) throws SQLException {
        return DriverManager.getConnection(address, OWNER, directory.secret(OWNERS_PASSWORD));
    }

    /** What becomes of the data when this process ends. */
    enum Durability {
        KEPT(List.of(), "-c fsync=on -c synchronous_commit=on -c full_page_writes=on"),

        /** Tests open connections by the thousand, and an expensive password hash would keep no one out. */
        THROWN_AWAY(
                List.of("--no-sync", "--set", "scram_iterations=1"),
                "-c fsync=off -c synchronous_commit=off -c full_page_writes=off");

        private final List<String> initialisation;
        private final String options;

        Durability(List<String> initialisation, String options) {
            this.initialisation = initialisation;
            this.options = options;
        }

        String options() {
            return options;
        }
    }
}
