package dev.latchkey.web;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Where a request comes from: the socket's peer or, behind proxies that the operator trusts, the right-most hop that is none of them.
 * What stands left of it in {@code X-Forwarded-For} may have been written by anybody.
 */
@ApplicationScoped
public class CallerAddress {

    private static final String HEADER = "X-Forwarded-For";
    private static final String NOBODY_KNOWS = "unknown";
    private static final int NETWORK_OF_V4 = 3; // bytes: /24
    private static final int NETWORK_OF_V6 = 8; // bytes: /64, which is what one household gets

    private final CurrentVertxRequest request;
    private final List<IpSubnetFilterRule> trusted;

    CallerAddress(CurrentVertxRequest request, WebSettings settings) {
        this.request = request;
        this.trusted = settings.trustedProxies().orElse(List.of()).stream()
                .map(range -> new IpSubnetFilterRule(range, IpFilterRuleType.ACCEPT))
                .toList();
    }

    /** One IPv4 address, or one network of IPv6; whoever's is not known shares one name with all others. */
    public String ip() {
        return caller().map(caller -> name(caller, caller.length)).orElse(NOBODY_KNOWS);
    }

    /** The same; nothing where nobody is calling, as in the background. */
    public Optional<String> ipIfAnybodyCalls() {
        return Arc.container().requestContext().isActive() && request.getCurrent() != null
                ? Optional.of(ip())
                : Optional.empty();
    }

    /** The network around it. */
    public String network() {
        return caller().map(caller -> name(caller, NETWORK_OF_V4)).orElse(NOBODY_KNOWS);
    }

    private static String name(byte[] address, int bytesOfV4) {
        var network = Arrays.copyOf(address, address.length == 4 ? bytesOfV4 : NETWORK_OF_V6);
        return NetUtil.bytesToIpAddress(Arrays.copyOf(network, address.length)) + "/" + network.length * 8;
    }

    private Optional<byte[]> caller() {
        var peer = request.getCurrent().request().remoteAddress();
        var caller = peer == null ? Optional.<byte[]>empty() : parse(peer.hostAddress());
        for (var hop : hopsFromTheRight()) {
            if (caller.filter(this::isTrusted).isEmpty()) {
                return caller;
            }
            caller = parse(hop);
        }
        return caller;
    }

    private List<String> hopsFromTheRight() {
        var hops = new ArrayList<>(List.of(
                String.join(",", request.getCurrent().request().headers().getAll(HEADER))
                        .split(",")));
        Collections.reverse(hops);
        return hops.stream().map(String::strip).filter(hop -> !hop.isEmpty()).toList();
    }

    private static Optional<byte[]> parse(String ip) {
        var bytes = Optional.ofNullable(NetUtil.createByteArrayFromIpAddressString(ip));
        return bytes.map(CallerAddress::socketAddress).map(it -> it.getAddress().getAddress());
    }

    /** Java makes IPv4 of what is IPv4 in IPv6's clothes. */
    private static InetSocketAddress socketAddress(byte[] address) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address), 0);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address", e);
        }
    }

    private boolean isTrusted(byte[] address) {
        var socketAddress = socketAddress(address);
        return trusted.stream().anyMatch(range -> range.matches(socketAddress));
    }
}
