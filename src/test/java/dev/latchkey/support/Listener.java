package dev.latchkey.support;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A stranger who asks about several kinds of addresses, and minds every byte of the answers and the time they take. */
public final class Listener implements Closeable {

    private static final String REQUEST =
            "POST %s HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 2001:db8:%x:a5c::1\r\n"
                    + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s";

    private final Wire wire;
    private final Map<String, Set<String>> answers = new TreeMap<>();
    private final Map<Question, Long> nanos = new HashMap<>();
    private int asked;

    public Listener() throws IOException {
        this.wire = Wire.open();
    }

    /** From an address of its own each time, for limits are kept by address. */
    public void asks(Question question) throws IOException {
        var length = question.body.getBytes(StandardCharsets.UTF_8).length;
        var request = REQUEST.formatted(question.path, asked++, length, question.body);

        var start = System.nanoTime();
        var answer = wire.sends(request).hears();
        var took = System.nanoTime() - start;

        answers.computeIfAbsent(question.kind, any -> new TreeSet<>()).add(withoutWhatIsRandom(answer));
        nanos.merge(question, took, Math::min);
    }

    private static String withoutWhatIsRandom(String answer) {
        return answer.replaceAll("(?im)^(X-Request-Id|Date): .*\r\n", "")
                .replaceAll("\"requestId\":\"[\\w-]+\"", "\"requestId\":\"…\"");
    }

    /** Whatever was answered, but for the ids and the time of day, by kind of address. */
    public Map<String, Set<String>> answers() {
        return answers;
    }

    /** How long each question took at the fastest, by kind: whatever else the machine does can only add to it. */
    public Map<String, List<Long>> nanos() {
        return nanos.entrySet().stream()
                .collect(groupingBy(taken -> taken.getKey().kind, mapping(Map.Entry::getValue, toList())));
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }

    /** One of several of its kind, which may be asked more than once. */
    public record Question(int number, String kind, String path, String body) {}
}
