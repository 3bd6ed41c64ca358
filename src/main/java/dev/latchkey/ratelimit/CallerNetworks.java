package dev.latchkey.ratelimit;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The networks around a caller, the narrowest first: /64, /56 and /48 of IPv6, for a provider may hand out any of them to one customer (RFC
 * 6177, RIPE-690), /32 and /24 of IPv4. What carries IPv4 inside IPv6 counts as that IPv4, or one host would have a /48 of its own.
 */
record CallerNetworks(List<String> names) {

    /** All whose address is not known share one, and have what one address has. */
    static final CallerNetworks UNKNOWN = new CallerNetworks(List.of("unknown"));

    private static final int[] IPV4_BYTES = {4, 3};
    private static final int[] IPV6_BYTES = {8, 7, 6};

    static CallerNetworks of(InetAddress caller) {
        var address = counted(caller.getAddress());
        return new CallerNetworks(Arrays.stream(address.length == 4 ? IPV4_BYTES : IPV6_BYTES)
                .mapToObj(bytes -> name(address, bytes))
                .toList());
    }

    private static byte[] counted(byte[] address) {
        if (address.length == 4) {
            return address;
        }
        if (startsWith(address, 0x20, 0x02)) { // 6to4, RFC 3056
            return Arrays.copyOfRange(address, 2, 6);
        }
        if (startsWith(
                address, 0x20, 0x01, 0, 0)) { // Teredo, RFC 4380: the bits of the client's address are turned over
            return inverted(Arrays.copyOfRange(address, 12, 16));
        }
        if (startsWith(address, 0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) { // NAT64, RFC 6052
            return Arrays.copyOfRange(address, 12, 16);
        }
        return address;
    }

    private static boolean startsWith(byte[] address, int... prefix) {
        return IntStream.range(0, prefix.length).allMatch(at -> (address[at] & 0xff) == prefix[at]);
    }

    private static byte[] inverted(byte[] bytes) {
        for (var at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) ~bytes[at];
        }
        return bytes;
    }

    private static String name(byte[] address, int bytes) {
        var network = Arrays.copyOf(Arrays.copyOf(address, bytes), address.length);
        return NetUtil.bytesToIpAddress(network) + "/" + bytes * 8;
    }

    String narrowest() {
        return names.get(0);
    }
}
