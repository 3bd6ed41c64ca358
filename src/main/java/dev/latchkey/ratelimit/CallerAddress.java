package dev.latchkey.ratelimit;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Where a request comes from: the socket's peer or, behind proxies that the operator trusts, the right-most hop that is none of them.
 * What stands left of it in {@code X-Forwarded-For} may be made up by the caller.
 */
@ApplicationScoped
public class CallerAddress {

    private static final String HEADER = "X-Forwarded-For";
    private static final Pattern COMMA = Pattern.compile(",");

    private static final Logger LOG = Logger.getLogger(CallerAddress.class);

    /** Without the word itself, which a caller may have written. */
    private static final String UNREADABLE =
            "A proxy in LATCHKEY_WEB_TRUSTED_PROXIES forwards X-Forwarded-For without an address where the caller's belongs, such as"
                    + " unknown: all such callers share their limits. Let it append the caller's address. (Said once.)";

    private final AtomicBoolean unreadable = new AtomicBoolean();
    private final CurrentVertxRequest request;
    private final List<IpSubnetFilterRule> trusted;

    CallerAddress(CurrentVertxRequest request, Settings settings) {
        this.request = request;
        this.trusted = settings.trustedProxies().orElse(List.of()).stream()
                .map(range -> new IpSubnetFilterRule(range.strip(), IpFilterRuleType.ACCEPT))
                .toList();
    }

    /** One address of IPv4, or one /64 of IPv6, to tell callers apart by. To count them, take {@link CallerLimits}. */
    public Optional<String> findNetwork() {
        return Arc.container().requestContext().isActive() && request.getCurrent() != null
                ? Optional.of(networks().narrowest())
                : Optional.empty();
    }

    CallerNetworks networks() {
        return caller().map(CallerNetworks::of).orElse(CallerNetworks.UNKNOWN);
    }

    private Optional<InetAddress> caller() {
        var peer = request.getCurrent().request().remoteAddress();
        var caller = peer == null ? Optional.<InetAddress>empty() : Hop.parse(peer.hostAddress());
        for (var hop : hopsFromTheRight()) {
            if (caller.filter(this::isTrusted).isEmpty()) {
                return caller;
            }
            caller = Hop.parse(hop);
            if (caller.isEmpty() && !unreadable.getAndSet(true)) {
                LOG.warn(UNREADABLE);
            }
        }
        return caller;
    }

    private List<String> hopsFromTheRight() {
        var hops = COMMA.splitAsStream(String.join(
                        ",", request.getCurrent().request().headers().getAll(HEADER)))
                .map(String::strip)
                .filter(hop -> !hop.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(hops);
        return hops;
    }

    private boolean isTrusted(InetAddress address) {
        var socketAddress = new InetSocketAddress(address, 0);
        return trusted.stream().anyMatch(range -> range.matches(socketAddress));
    }

    @ConfigMapping(prefix = "latchkey.web")
    interface Settings {

        /** Networks (CIDR) of the proxies in front of us, whose word about their callers' addresses counts. */
        Optional<List<String>> trustedProxies();
    }
}
