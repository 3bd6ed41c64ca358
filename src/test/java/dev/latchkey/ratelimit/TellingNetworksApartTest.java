package dev.latchkey.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TellingNetworksApartTest {

    @Test
    void of_ipv6_by_64_bits_56_and_48() {
        assertThat(around("2001:db8:abcd:12ff:1:2:3:4"))
                .containsExactly("2001:db8:abcd:12ff::/64", "2001:db8:abcd:1200::/56", "2001:db8:abcd::/48");
        assertThat(around("2001:db8:abcd:1201::1").get(1)).isEqualTo("2001:db8:abcd:1200::/56");
    }

    @Test
    void of_ipv4_by_32_bits_and_24() {
        assertThat(around("203.0.113.77")).containsExactly("203.0.113.77/32", "203.0.113.0/24");
    }

    @Test
    void takes_ipv4_inside_ipv6_for_what_it_is() {
        var ipv4 = List.of("203.0.113.77/32", "203.0.113.0/24");

        assertThat(around("::ffff:203.0.113.77")).isEqualTo(ipv4);
        assertThat(around("::ffff:cb00:714d")).isEqualTo(ipv4);
        assertThat(around("2002:cb00:714d:9999::1")).as("6to4").isEqualTo(ipv4);
        assertThat(around("2001:0:4136:e378:8000:63bf:34ff:8eb2")).as("Teredo").isEqualTo(ipv4);
        assertThat(around("64:ff9b::cb00:714d")).as("NAT64").isEqualTo(ipv4);
    }

    @Test
    void takes_a_prefix_that_only_looks_like_one_of_those_for_ipv6() {
        assertThat(around("2001:db8::1")).hasSize(3);
        assertThat(around("64:ff9b:1::1")).hasSize(3);
        assertThat(around("2003::1")).hasSize(3);
    }

    @Test
    void reads_what_proxies_write_around_an_address() {
        for (var written : List.of(
                "203.0.113.77",
                "203.0.113.77:50001",
                "\"203.0.113.77:4711\"",
                "[203.0.113.77]:4711",
                "::ffff:203.0.113.77",
                "[::ffff:203.0.113.77]:443")) {
            assertThat(around(written)).as(written).startsWith("203.0.113.77/32");
        }
        for (var written : List.of(
                "2001:db8::1",
                "[2001:db8::1]",
                "[2001:db8::1]:4711",
                "\"[2001:db8::1]:4711\"",
                "2001:db8::1%eth0",
                "[2001:DB8::1%eth0]:1",
                "[2001:db8::1%Eth_0.1]:443")) {
            assertThat(around(written)).as(written).startsWith("2001:db8::/64");
        }
    }

    @Test
    void takes_everything_else_for_an_unknown_one() {
        for (var written : List.of(
                "",
                "unknown",
                "_hidden",
                "localhost",
                "203.0.113",
                "203.0.113.77:",
                "203.0.113.77:port",
                "203.0.113.77:4711:4711",
                "[2001:db8::1",
                "[2001:db8::1]4711",
                "1".repeat(100_000),
                ":".repeat(100_000))) {
            assertThat(around(written)).containsExactly("unknown");
        }
    }

    private static List<String> around(String written) {
        return Hop.parse(written)
                .map(CallerNetworks::of)
                .orElse(CallerNetworks.UNKNOWN)
                .names();
    }
}
