package dev.latchkey.ratelimit;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** One hop of {@code X-Forwarded-For}, as proxies write it: an address, with or without brackets, a zone or a port. */
final class Hop {

    private static final Pattern IPV4_AND_PORT = Pattern.compile("([0-9.]{7,15}):[0-9]{1,5}");
    private static final Pattern IN_BRACKETS =
            Pattern.compile("\\[([0-9A-Fa-f:.]{2,45}(?:%[0-9A-Za-z._~-]{1,32})?)](?::[0-9]{1,5})?");

    private static final int LONGEST = 80;

    private Hop() {}

    /** Nothing for what is no address, such as {@code unknown} or a name. No name is ever looked up. */
    static Optional<InetAddress> parse(String text) {
        var hop = text.length() > LONGEST ? "" : unquoted(text);
        return Optional.ofNullable(NetUtil.createByteArrayFromIpAddressString(withoutPort(hop)))
                .map(Hop::address);
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    private static String withoutPort(String hop) {
        for (var form : new Pattern[] {IPV4_AND_PORT, IN_BRACKETS}) {
            var parts = form.matcher(hop);
            if (parts.matches()) {
                return parts.group(1);
            }
        }
        return hop;
    }

    /** Java makes IPv4 of what is IPv4 in IPv6's clothes ({@code ::ffff:192.0.2.1}). */
    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address", e);
        }
    }
}
