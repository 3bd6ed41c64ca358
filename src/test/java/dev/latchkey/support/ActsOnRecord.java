package dev.latchkey.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The table {@code on-record.txt}: what each operation leaves in the audit trail. */
public final class ActsOnRecord {

    private final Map<String, String> rows = new LinkedHashMap<>();

    private ActsOnRecord() {}

    public static ActsOnRecord read() {
        var table = new ActsOnRecord();
        try (var file = ActsOnRecord.class.getResourceAsStream("/on-record.txt")) {
            new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(table::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private void take(String line) {
        var words = line.strip().split(" +", 3);
        if (rows.put(words[0] + " " + words[1], words[2]) != null) {
            throw new AssertionError("There are two rows of " + line);
        }
    }

    public Set<String> operations() {
        return rows.keySet();
    }

    /** Empty of an operation that leaves nothing, for a reason that stands there. */
    public List<String> acts(String operation) {
        var said = Objects.requireNonNull(rows.get(operation));
        return said.startsWith("- ") ? List.of() : List.of(said.split(", "));
    }
}
