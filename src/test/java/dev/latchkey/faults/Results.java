package dev.latchkey.faults;

import static java.util.stream.Collectors.groupingBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What came out of every run: a line at once, and a table of all at the end. */
final class Results {

    private static final List<Line> LINES = new CopyOnWriteArrayList<>();

    private Results() {}

    static void add(String fault, Run run, Tally tally, @Nullable Throwable broken) {
        var line = new Line(fault, run, broken == null ? "holds" : "BROKEN", tally.requests(), tally.failed());
        LINES.add(line);
        System.out.printf(
                "%s: run %d of %d, seed %d, %s, %d requests, %d failed %s%s%n",
                fault,
                run.number(),
                run.of(),
                run.seed(),
                line.result,
                line.requests,
                line.failed,
                tally.kinds(),
                broken == null ? "" : "; " + broken.getMessage());
    }

    static void print() {
        System.out.printf(
                "%n| fault | runs | seeds | held | requests | failed |%n| --- | --- | --- | --- | --- | --- |%n");
        LINES.stream()
                .collect(groupingBy(Line::fault, LinkedHashMap::new, java.util.stream.Collectors.toList()))
                .forEach((fault, lines) -> System.out.printf(
                        "| %s | %d | %d–%d | %d | %d | %d |%n",
                        fault,
                        lines.size(),
                        lines.get(0).run.seed(),
                        lines.get(lines.size() - 1).run.seed(),
                        lines.stream()
                                .filter(line -> line.result.equals("holds"))
                                .count(),
                        lines.stream().mapToLong(Line::requests).sum(),
                        lines.stream().mapToLong(Line::failed).sum()));
    }

    private record Line(String fault, Run run, String result, long requests, long failed) {}
}
