package dev.latchkey.support;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;

/** A connection to the API, byte for byte, for what no HTTP library would send. */
public final class Wire implements Closeable {

    private static final int PATIENCE = 10_000; // ms

    private final Socket socket;

    private Wire(Socket socket) {
        this.socket = socket;
    }

    public static Wire open() throws IOException {
        return open(URI.create(ConfigProvider.getConfig().getValue("test.url", String.class)));
    }

    public static Wire open(URI url) throws IOException {
        var socket = new Socket(url.getHost(), url.getPort());
        socket.setSoTimeout(PATIENCE);
        return new Wire(socket);
    }

    /** Announces more of a body than it sends. */
    public static Wire halfSent(String path, String mediaType, String body, String... headers) throws IOException {
        var wire = open();
        var head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + mediaType
                + "\r\nContent-Length: 60000\r\n" + String.join("", headers) + "\r\n";
        return wire.sends(head + body);
    }

    public Wire sends(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** The answer, and whatever else comes until a closing brace ends a read or the server hangs up. */
    public String hears() throws IOException {
        var heard = new StringBuilder();
        var bytes = new byte[8192];
        for (var read = 0; read >= 0; read = socket.getInputStream().read(bytes)) {
            heard.append(new String(bytes, 0, read, StandardCharsets.UTF_8));
            if (heard.toString().endsWith("}")) {
                break;
            }
        }
        return heard.toString();
    }

    /** Whether the server hangs up, having said nothing more. */
    public boolean isCutOff() throws IOException {
        return socket.getInputStream().read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
