package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Wire;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As by the page of a stranger, whose name leads to this machine since a moment ago (DNS rebinding). */
@QuarkusTest
class BeingCalledByAnotherNameTest {

    private static final List<String> DOORS = List.of(
            Api.PORTALS + "/unknown",
            "/mailbox",
            "/mailbox/letters",
            "/docs",
            "/openapi.yaml",
            "/.well-known/jwks.json",
            "/nothing");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example.org",
                "evil.example.org:8080",
                "localhost.evil.example.org",
                "127.0.0.1.evil.example.org",
                "evillocalhost",
                "192.168.1.2",
                "0x7f.1",
                "[2001:db8::1]"
            })
    void opens_no_door(String host) throws IOException {
        for (var door : DOORS) {
            assertThat(answer("test.url", door, host))
                    .startsWith("HTTP/1.1 421")
                    .contains("misdirected-request")
                    .doesNotContain("Access-Control-Allow-Origin");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:8081",
                "portal.localhost",
                "localhost.",
                "127.0.0.1",
                "127.0.0.1:8081",
                "[::1]:8081"
            })
    void is_none_of_this_machines_own(String host) throws IOException {
        assertThat(answer("test.url", Api.PORTALS + "/unknown", host)).startsWith("HTTP/1.1 404");
    }

    @Test
    void opens_no_door_of_the_operators_either() throws IOException {
        assertThat(answer("test.management.url", "/q/health/live", "evil.example.org"))
                .startsWith("HTTP/1.1 421");
        assertThat(answer("test.management.url", "/q/metrics", "evil.example.org"))
                .startsWith("HTTP/1.1 421");
        assertThat(answer("test.management.url", "/q/health/live", "localhost")).startsWith("HTTP/1.1 200");
    }

    private static String answer(String where, String path, String host) throws IOException {
        try (var wire = Wire.open(URI.create(ConfigProvider.getConfig().getValue(where, String.class)))) {
            return wire.sends("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                    .hears();
        }
    }
}
