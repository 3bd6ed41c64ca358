package dev.latchkey.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A port for a process that will listen there in a while, and may do so again after it has ended. */
public final class FreePort {

    /** Below those that the system gives to outgoing connections, which could take it meanwhile (Linux: 32768; IANA: 49152). */
    private static final int FIRST = 10_000;

    private static final int LAST = 32_000;

    private FreePort() {}

    public static int next() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
