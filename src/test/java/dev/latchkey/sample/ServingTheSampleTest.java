package dev.latchkey.sample;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.latchkey.standalone.Standalone;
import dev.latchkey.support.FreePort;
import dev.latchkey.support.Wire;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On an origin of its own, as a standalone installation does when it has started. */
@QuarkusTest
class ServingTheSampleTest {

    private static final String PAGE = "<!doctype html>";

    @Inject
    ApiOrigin api;

    @Inject
    Vertx vertx;

    private final int port = FreePort.next();
    private SampleServer server;

    @BeforeEach
    void open() {
        server = server(new SamplePlace(true, Optional.of(port)));
        server.open();
    }

    private SampleServer server(Standalone standalone) {
        return new SampleServer(standalone, api, vertx);
    }

    @AfterEach
    void close() {
        server.close(new ShutdownEvent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/index.html", "/harbour-physio", "/harbour-physio/login", "/staff", "/staff/invitation"})
    void answers_each_address_of_a_page_with_the_page(String path) {
        var answer = request().get(path);

        answer.then().statusCode(200).header("Content-Type", "text/html; charset=utf-8");
        assertThat(answer.asString()).startsWithIgnoringCase(PAGE);
    }

    @Test
    void brings_the_view_library_out_of_its_package() {
        var answer = request().get("/lit-html.js");

        answer.then().statusCode(200).header("Content-Type", "text/javascript; charset=utf-8");
        assertThat(answer.asString()).contains("createPolicy(\"lit-html\"");
    }

    @Test
    void says_where_the_api_is() {
        request()
                .get("/config.json")
                .then()
                .statusCode(200)
                .header("Content-Type", "application/json; charset=utf-8")
                .body("api", equalTo(api()))
                .body("mailbox", equalTo(api() + "/mailbox"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing.js",
                "/lit-html.js.map",
                "/../demo-clinic.yaml",
                "/..",
                "/x/../../demo-clinic.yaml",
                "/..%2fdemo-clinic.yaml",
                "/..%2findex.html",
                "/%2e%2e/index.html",
                "/.%2e/index.html",
                "/..\\index.html",
                "//index.html",
                "/./index.html",
                "/..;/index.html",
                "/.hidden",
                "/index.",
                "/SampleFiles.class",
                "/files/notes.txt"
            })
    void has_no_other_file(String path) throws IOException {
        assertThat(answer("GET " + path, "localhost"))
                .startsWith("HTTP/1.1 404")
                .doesNotContain(PAGE, "harbour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/lit-html.js", "/config.json", "/nothing.js"})
    void allows_the_page_itself_and_the_api_alone(String path) {
        request()
                .get(path)
                .then()
                .header(
                        "Content-Security-Policy",
                        equalTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: " + api()
                                + "; connect-src 'self' " + api()
                                + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
                                + " require-trusted-types-for 'script'; trusted-types lit-html"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cache-Control", "no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})
    void takes_nothing(String method) {
        request().request(method, "/").then().statusCode(405).header("Allow", "GET, HEAD");
    }

    @Test
    void answers_a_head_as_it_would_a_get() {
        var head = request().head("/harbour-physio");

        head.then().statusCode(200).header("Content-Type", "text/html; charset=utf-8");
        assertThat(head.asString()).isEmpty();
    }

    /** By which the page of a stranger could come here (DNS rebinding). */
    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "LOCALHOST:5173, 200",
        "127.0.0.1, 421",
        "evil.example.org, 421",
        "localhost.evil.example.org, 421",
        "127.0.0.1.evil.example.org, 421",
        "192.168.1.2, 421"
    })
    void answers_to_the_name_whose_pages_the_api_lets_in(String host, int status) throws IOException {
        for (var path : List.of("/", "/config.json", "/lit-html.js")) {
            assertThat(answer("GET " + path, host)).startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void can_be_opened_again_after_a_live_reload() {
        server.close(new ShutdownEvent());
        server = server(new SamplePlace(true, Optional.of(port)));

        server.open();

        request().get("/").then().statusCode(200).body(startsWith("<"));
    }

    @Test
    void says_which_setting_helps_when_another_program_has_the_port() throws IOException {
        var logged = new CopyOnWriteArrayList<String>();
        var listener = new Listener(logged);
        Logger.getLogger("").addHandler(listener);
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server(new SamplePlace(true, Optional.of(other.getLocalPort()))).open();
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }

        assertThat(logged).anyMatch(line -> line.contains("LATCHKEY_STANDALONE_SAMPLE_PORT"));
    }

    @ParameterizedTest
    @CsvSource({"false, true", "true, false"})
    void is_not_there_in_production_nor_where_letters_lead_elsewhere(boolean standalone, boolean hasPort)
            throws IOException {
        var free = FreePort.next();

        server(new SamplePlace(standalone, hasPort ? Optional.of(free) : Optional.empty()))
                .open();

        assertThat(isTaken(free)).isFalse();
        assertThat(isTaken(port)).isTrue();
    }

    private static boolean isTaken(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (ConnectException refused) {
            return false;
        }
    }

    private RequestSpecification request() {
        return given().baseUri("http://localhost").port(port);
    }

    private String answer(String line, String host) throws IOException {
        try (var wire = Wire.open(URI.create("http://127.0.0.1:" + port))) {
            return wire.sends(line + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                    .hears();
        }
    }

    private String api() {
        return api.get();
    }

    /** Of the log. */
    private static final class Listener extends Handler {

        private final List<String> heard;

        Listener(List<String> heard) {
            this.heard = heard;
        }

        @Override
        public void publish(LogRecord message) {
            heard.add(message.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /** What an operator has chosen. */
    private record SamplePlace(boolean active, Optional<Integer> samplePort) implements Standalone {

        @Override
        public Optional<String> directory() {
            return Optional.empty();
        }
    }
}
