package dev.latchkey.support;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that lets every user in, says what version it is, and knows nothing else (PostgreSQL, frontend/backend protocol 3.0). */
public final class PretendedPostgres implements AutoCloseable {

    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;

    private final ServerSocket socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    private final String version;

    public PretendedPostgres(String version) throws IOException {
        this.version = version;
        var thread = new Thread(this::listen, "pretended-postgres");
        thread.setDaemon(true);
        thread.start();
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + socket.getLocalPort() + "/latchkey";
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (var caller = socket.accept()) {
                talk(caller);
            } catch (IOException hungUp) {
                // The next one, if there is one.
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        var in = new DataInputStream(caller.getInputStream());
        var out = new DataOutputStream(caller.getOutputStream());
        while (isAskingForEncryption(in)) {
            out.write('N');
        }
        send(out, 'R', new byte[4]); // authentication is not needed
        parameter(out, "server_version", version);
        parameter(out, "client_encoding", "UTF8");
        parameter(out, "DateStyle", "ISO, MDY");
        parameter(out, "TimeZone", "UTC");
        parameter(out, "integer_datetimes", "on");
        parameter(out, "standard_conforming_strings", "on");
        send(out, 'Z', new byte[] {'I'});
        for (var type = in.read(); type == 'Q'; type = in.read()) {
            in.readFully(new byte[in.readInt() - 4]);
            send(out, 'C', "SET\0".getBytes(StandardCharsets.UTF_8));
            send(out, 'Z', new byte[] {'I'});
        }
    }

    /** Or begins. */
    private static boolean isAskingForEncryption(DataInputStream in) throws IOException {
        var rest = new byte[in.readInt() - 8];
        var code = in.readInt();
        in.readFully(rest);
        return code == SSL_REQUEST || code == GSS_REQUEST;
    }

    private static void parameter(DataOutputStream out, String name, String value) throws IOException {
        send(out, 'S', (name + "\0" + value + "\0").getBytes(StandardCharsets.UTF_8));
    }

    private static void send(DataOutputStream out, char type, byte[] content) throws IOException {
        out.write(type);
        out.writeInt(content.length + 4);
        out.write(content);
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
