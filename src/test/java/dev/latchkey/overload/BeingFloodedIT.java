package dev.latchkey.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.support.Api;
import dev.latchkey.support.Installation;
import dev.latchkey.support.Together;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the heap that docker/kubernetes leaves a node, by many who ask and do not listen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BeingFloodedIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int IN_A_ROW = 20;

    private Installation installation;

    @BeforeAll
    void begin(@TempDir Path directory) throws Exception {
        installation =
                Installation.ofOneNode(directory, Map.of("JAVA_TOOL_OPTIONS", "-Xmx128m -XX:ActiveProcessorCount=16"));
    }

    @AfterAll
    void end() throws Exception {
        installation.close();
    }

    @ParameterizedTest
    @CsvSource({"3000, /v1/portals/riverside-physio", "1000, /openapi.json"})
    void leaves_a_node_that_answers_soon_after(int connections, String path) throws Exception {
        var callers = new ArrayList<SocketChannel>();
        try {
            for (var n = 0; n < connections; n++) {
                callers.add(asks(path));
            }
            callers.forEach(BeingFloodedIT::hearsTheFirstOfTheAnswer);
        } finally {
            hangUp(callers);
        }

        await().atMost(SOON).ignoreExceptions().until(this::answersManyInARow);
        assertThat(installation.printed()).doesNotContain("OutOfMemoryError");
    }

    /** Of 2,000 bodies of nearly 64 KiB an eighth of the heap has room for 270, and small ones get in all the same. */
    @Test
    void holds_no_more_of_bodies_than_it_has_room_for() throws Exception {
        var callers = new ArrayList<SocketChannel>();
        try {
            for (var n = 0; n < 2000; n++) {
                callers.add(sends("POST /v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 65536\r\n\r\n" + " ".repeat(65000)));
            }
            assertThat(hears(callers.get(callers.size() - 1)))
                    .startsWith("HTTP/1.1 503 ")
                    .contains("\"code\":\"overloaded\"");
            assertThat(answersManyInARow()).isTrue();
            assertThat(takesABody()).isTrue();
        } finally {
            hangUp(callers);
        }

        await().atMost(SOON).ignoreExceptions().until(this::takesABody);
        assertThat(installation.printed()).doesNotContain("OutOfMemoryError");
    }

    private boolean takesABody() {
        return installation.one().redeems("unknown").status() == 401;
    }

    @Test
    void guesses_passwords_for_many_at_once_within_its_memory() throws Exception {
        var guesses = IntStream.range(0, 40)
                .<Callable<Integer>>mapToObj(n -> () -> guesses("unknown-" + n))
                .toList();

        var answers = Together.all(guesses);

        assertThat(answers).isNotEmpty().isSubsetOf(401, 503).contains(401);
        assertThat(installation.printed()).doesNotContain("OutOfMemoryError");
    }

    private int guesses(String name) {
        var words = Map.of("email", name + "@example.org", "password", "correct horse battery");
        return installation.one().post(Api.STAFF_SESSIONS, words).status();
    }

    private SocketChannel asks(String path) throws IOException {
        return sends("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    private SocketChannel sends(String request) throws IOException {
        var node = installation.one().uri();
        var channel = SocketChannel.open(new InetSocketAddress(node.getHost(), node.getPort()));
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static String hears(SocketChannel caller) throws IOException {
        caller.socket().setSoTimeout((int) SOON.toMillis());
        var answer = new byte[4096];
        var length = caller.socket().getInputStream().read(answer);
        return new String(answer, 0, Math.max(0, length), StandardCharsets.US_ASCII);
    }

    /** Or that the node has hung up, which it may. */
    private static void hearsTheFirstOfTheAnswer(SocketChannel caller) {
        try {
            caller.socket().setSoTimeout((int) SOON.toMillis());
            caller.socket().getInputStream().read();
        } catch (SocketTimeoutException e) {
            throw new AssertionError("no node answers", e);
        } catch (IOException e) {
            // reset
        }
    }

    private static void hangUp(List<SocketChannel> callers) throws IOException {
        for (var caller : callers) {
            caller.close();
        }
    }

    private boolean answersManyInARow() {
        for (var n = 0; n < IN_A_ROW; n++) {
            if (installation.one().get(installation.portal(), null).status() != 200) {
                return false;
            }
        }
        return true;
    }
}
