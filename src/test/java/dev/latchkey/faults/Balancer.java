package dev.latchkey.faults;

import static org.awaitility.Awaitility.await;

import dev.latchkey.support.FreePort;
import dev.latchkey.support.PackagedApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** HAProxy with the settings that {@code docker/haproxy.cfg} has, but for where the nodes are. */
final class Balancer implements AutoCloseable {

    static final Path PROGRAM = Path.of("/usr/sbin/haproxy");
    private static final Path SETTINGS = Path.of("docker", "haproxy.cfg");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final URI door;
    private final Path questions;

    private Balancer(Process process, URI door, Path questions) {
        this.process = process;
        this.door = door;
        this.questions = questions;
    }

    static Balancer before(List<PackagedApp> nodes, Path directory) throws IOException {
        var port = FreePort.next();
        var questions = directory.resolve("balancer.sock");
        var settings = Files.writeString(directory.resolve("haproxy.cfg"), settings(port, questions, nodes));
        var process = new ProcessBuilder(PROGRAM.toString(), "-db", "-f", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("balancer.log").toFile())
                .start();
        return new Balancer(process, URI.create("http://127.0.0.1:" + port), questions);
    }

    private static String settings(int port, Path questions, List<PackagedApp> nodes) throws IOException {
        var settings = Files.readString(SETTINGS)
                .replaceFirst("\nglobal\n", "\nglobal\n    stats socket " + questions + "\n")
                .replaceFirst("bind :8080", "bind 127.0.0.1:" + port)
                .replaceFirst("(?s)resolvers containers\n.*?\n\n", "")
                .replaceFirst(" port 9000", "")
                .replaceFirst(" resolvers containers .*", "");
        for (var n = 1; n <= nodes.size(); n++) {
            var node = nodes.get(n - 1);
            settings = settings.replaceFirst(
                    "server api-%d .*".formatted(n),
                    "server api-%d 127.0.0.1:%d port %d"
                            .formatted(
                                    n,
                                    node.uri().getPort(),
                                    node.managementUri().getPort()));
        }
        return settings;
    }

    URI door() {
        return door;
    }

    /** Until it sends requests to both of them. */
    void untilAllAreUp() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> states().lines()
                        .filter(line -> line.startsWith("nodes,api-"))
                        .allMatch(line -> line.contains(",UP,")));
    }

    private String states() {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(questions));
            channel.write(ByteBuffer.wrap("show stat\n".getBytes(StandardCharsets.UTF_8)));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
