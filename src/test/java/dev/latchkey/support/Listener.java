package dev.latchkey.support;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A stranger who asks about several kinds of addresses, and minds every byte of the answers and the time they take. */
public final class Listener implements Closeable {

    private static final String REQUEST =
            "POST %s HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 2001:db8:a5c:%x::1\r\n"
                    + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s";

    private final Wire wire;
    private final Map<String, Set<String>> answers = new TreeMap<>();
    private final Map<String, List<Long>> nanos = new TreeMap<>();
    private int asked;

    public Listener() throws IOException {
        this.wire = Wire.open();
    }

    /** From an address of its own each time, for limits are kept by address. */
    public void asks(String kind, String path, String body) throws IOException {
        var length = body.getBytes(StandardCharsets.UTF_8).length;
        var request = REQUEST.formatted(path, asked++, length, body);

        var start = System.nanoTime();
        var answer = wire.sends(request).hears();
        var took = System.nanoTime() - start;

        answers.computeIfAbsent(kind, any -> new TreeSet<>()).add(withoutWhatIsRandom(answer));
        nanos.computeIfAbsent(kind, any -> new ArrayList<>()).add(took);
    }

    private static String withoutWhatIsRandom(String answer) {
        return answer.replaceAll("(?im)^(X-Request-Id|Date): .*\r\n", "")
                .replaceAll("\"requestId\":\"[\\w-]+\"", "\"requestId\":\"…\"");
    }

    /** Whatever was answered, but for the ids and the time of day, by kind of address. */
    public Map<String, Set<String>> answers() {
        return answers;
    }

    public Map<String, List<Long>> nanos() {
        return nanos;
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
