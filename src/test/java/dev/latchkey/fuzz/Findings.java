package dev.latchkey.fuzz;

import dev.latchkey.support.ContractOperation;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** What was answered, and what should not have been: of each kind the first. */
final class Findings {

    private static final Pattern DIFFERENT_EACH_TIME =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|clinic-\\S+|\"requestId\":\"[^\"]*\"|\\d{3,}");

    private final Map<String, String> found = new ConcurrentSkipListMap<>();
    private final Map<String, AtomicInteger> times = new ConcurrentSkipListMap<>();
    private final Map<String, AtomicInteger> answers = new ConcurrentSkipListMap<>();
    private final AtomicInteger skipped = new AtomicInteger();
    private final Map<String, AtomicInteger> shutOut = new ConcurrentSkipListMap<>();

    void add(ContractOperation operation, String request, AssertionError broken) {
        var text = String.valueOf(broken.getMessage());
        var lines = text.lines().limit(2).toList();
        var kind = operation.name() + " "
                + DIFFERENT_EACH_TIME.matcher(String.join(" ", lines)).replaceAll("…");
        var key = kind.substring(0, Math.min(200, kind.length()));
        if (found.putIfAbsent(key, request + "\n    " + text) == null) {
            System.out.println("Found: " + operation.name() + ": " + request + "\n    " + text);
        }
        times.computeIfAbsent(key, any -> new AtomicInteger()).incrementAndGet();
    }

    void count(ContractOperation operation, int status) {
        answers.computeIfAbsent(operation.name() + " " + status, any -> new AtomicInteger())
                .incrementAndGet();
    }

    /** What the client's own library refuses to send. */
    void skip() {
        skipped.incrementAndGet();
    }

    /** A caller wanted to sign in when another request had just kept them from it. */
    void countShutOut(String why) {
        shutOut.computeIfAbsent(why, any -> new AtomicInteger()).incrementAndGet();
    }

    Map<String, String> found() {
        var all = new TreeMap<String, String>();
        found.forEach((key, first) -> all.put(key + " (" + times.get(key) + " times)", first));
        return all;
    }

    /** By operation: how often which status. */
    String summary() {
        return answers + ", " + skipped + " not sent, shut out: " + shutOut;
    }

    boolean wasGranted(ContractOperation operation) {
        return new TreeSet<>(answers.keySet()).stream().anyMatch(answer -> answer.startsWith(operation.name() + " 2"));
    }
}
