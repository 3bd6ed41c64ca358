package dev.latchkey.boot;

import dev.latchkey.standalone.GivenConfig;
import io.netty.util.NetUtil;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Limits and the audit trail go by the caller's address, so callers must not be able to choose it. */
enum ProxyRule {
    FORWARDING {
        @Override
        Optional<String> brokenBy(GivenConfig configured) {
            return Stream.of("quarkus.http.proxy.", "quarkus.management.proxy.")
                    .flatMap(where -> BELIEVING.stream().map(what -> where + what))
                    .filter(configured::isOn)
                    .findFirst()
                    .map(name -> GivenConfig.variable(name)
                            + " makes Latchkey believe any address that a caller writes down: remove it,"
                            + " and name your proxies' networks in LATCHKEY_WEB_TRUSTED_PROXIES.");
        }
    },
    TRUSTED {
        @Override
        Optional<String> brokenBy(GivenConfig configured) {
            return configured
                    .listed("latchkey.web.trusted-proxies")
                    .filter(range -> !isNarrow(range))
                    .findFirst()
                    .map(range ->
                            "LATCHKEY_WEB_TRUSTED_PROXIES must list the networks of your own proxies, such as 10.0.0.0/8 or"
                                    + " fd00::/8: " + range + " is none, or has room for strangers.");
        }
    };

    /** The framework's own ways to take another address than the peer's for the caller's. */
    private static final List<String> BELIEVING = List.of(
            "proxy-address-forwarding",
            "allow-forwarded",
            "allow-x-forwarded",
            "enable-forwarded-host",
            "enable-forwarded-prefix",
            "enable-trusted-proxy-header",
            "use-proxy-protocol");

    private static final Pattern SLASH = Pattern.compile("/");
    private static final Pattern PREFIX = Pattern.compile("[0-9]{1,3}");
    private static final int V4 = 4; // bytes
    private static final int WIDEST_V4 = 16; // bits: 192.168.0.0/16, and what an operator may have of public ones
    private static final int WIDEST_10 = 8; // bits: 10.0.0.0/8 (RFC 1918)
    private static final int WIDEST_172 = 12; // bits: 172.16.0.0/12 (RFC 1918)
    private static final int WIDEST_V6 = 7; // bits: fc00::/7, all private networks (RFC 4193)
    private static final int WIDEST_PUBLIC_V6 = 32; // bits: what one provider gets

    abstract Optional<String> brokenBy(GivenConfig configured);

    private static boolean isNarrow(String range) {
        var parts = SLASH.split(range, -1);
        var address = NetUtil.createByteArrayFromIpAddressString(parts[0]);
        if (address == null || parts.length != 2 || !PREFIX.matcher(parts[1]).matches()) {
            return false;
        }
        var bits = Integer.parseInt(parts[1]);
        return bits <= address.length * 8 && bits >= widest(address) && !isV4InV6(address) && !isTranslatedV4(address);
    }

    private static int widest(byte[] address) {
        if (address.length == V4) {
            return address[0] == 10 ? WIDEST_10 : isPrivate172(address) ? WIDEST_172 : WIDEST_V4;
        }
        return (address[0] & 0xfe) == 0xfc ? WIDEST_V6 : WIDEST_PUBLIC_V6;
    }

    /** {@code ::ffff:10.0.0.1}: addresses are compared as the IPv4 ones that they are. */
    private static boolean isV4InV6(byte[] address) {
        return address.length > V4 && address[10] == -1 && address[11] == -1 && allZero(address, 10);
    }

    private static boolean isPrivate172(byte[] address) {
        return address[0] == (byte) 172 && (address[1] & 0xf0) == 16;
    }

    /** {@code 64:ff9b::10.0.0.1} (RFC 6052, RFC 8215): all of IPv4 is in there. */
    private static boolean isTranslatedV4(byte[] address) {
        return address.length > V4
                && address[0] == 0
                && address[1] == 0x64
                && address[2] == (byte) 0xff
                && address[3] == (byte) 0x9b;
    }

    private static boolean allZero(byte[] address, int count) {
        for (var at = 0; at < count; at++) {
            if (address[at] != 0) {
                return false;
            }
        }
        return true;
    }
}
