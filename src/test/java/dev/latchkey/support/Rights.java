package dev.latchkey.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** The table {@code rights.txt}: what each operation answers to each caller. */
public final class Rights {

    private static final String UNDECIDED = "???";
    private static final int METHOD_AND_PATH = 2;

    private final Map<String, String> codes = new HashMap<>();
    private final List<String> callers = new ArrayList<>();
    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    private Rights() {}

    public static Rights read() {
        var rights = new Rights();
        try (var file = Rights.class.getResourceAsStream("/rights.txt")) {
            new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(rights::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rights;
    }

    /** A code of the legend, the head of a column, or a row. */
    private void take(String line) {
        var words = List.of(line.strip().split(" +"));
        if (line.startsWith("=")) {
            codes.put(words.get(1), words.get(2));
        } else if (line.startsWith(" ")) {
            callers.add(words.get(words.size() - 1));
        } else if (words.size() != METHOD_AND_PATH + callers.size()) {
            throw new AssertionError("Not one cell for each caller: " + line);
        } else if (rows.put(words.get(0) + " " + words.get(1), words.subList(METHOD_AND_PATH, words.size())) != null) {
            throw new AssertionError("There are two rows of " + line);
        }
    }

    public List<String> callers() {
        return callers;
    }

    public Set<String> operations() {
        return rows.keySet();
    }

    /** A pattern: the status, and behind it what the legend says of the code. */
    public String answer(String operation, String caller) {
        var cell = Objects.requireNonNull(rows.get(operation)).get(callers.indexOf(caller));
        var code = codes.get(cell);
        return code == null ? cell : cell.substring(0, 3) + " " + code;
    }

    /** The row that is missing, as far as it is the same for all the operations that ask for as much as this one. */
    public String proposal(ContractOperation operation, Collection<ContractOperation> all) {
        var alike = all.stream()
                .filter(other -> other.scheme().equals(operation.scheme()))
                .flatMap(other -> rows.entrySet().stream()
                        .filter(row -> row.getKey().equals(other.name()))
                        .map(Map.Entry::getValue))
                .toList();
        var cells = IntStream.range(0, callers.size())
                .mapToObj(column ->
                        alike.stream().map(row -> row.get(column)).distinct().toList())
                .map(column -> column.size() == 1 ? column.get(0) : UNDECIDED)
                .map("%-4s"::formatted)
                .collect(joining(" "));
        return "%-49s %s".formatted(operation.name(), cells).strip();
    }
}
