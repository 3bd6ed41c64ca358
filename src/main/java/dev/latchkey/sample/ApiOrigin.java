package dev.latchkey.sample;

import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the API is, for a browser on this machine. */
@Singleton
class ApiOrigin {

    private final HttpServer server;
    private final int configured;

    ApiOrigin(HttpServer server, @ConfigProperty(name = "quarkus.http.port") int configured) {
        this.server = server;
        this.configured = configured;
    }

    /** After a live reload the server, which has gone on, does not tell its port any more. */
    String get() {
        var port = server.getPort();
        return "http://localhost:" + (port > 0 ? port : configured);
    }
}
