package dev.latchkey.smtp;

import io.netty.util.NetUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How we introduce ourselves: many servers refuse the name that a container has of itself, and one without a domain. */
@ApplicationScoped
class EhloName {

    private static final String SLUG = "{slug}";

    private final String name;

    EhloName(MailServerSettings settings, @ConfigProperty(name = "latchkey.portal-url") String portalUrl) {
        this.name = literal(settings.ownHostName().map(String::strip).orElseGet(() -> host(portalUrl)));
    }

    String get() {
        return name;
    }

    static String host(String portalUrl) {
        return URI.create(portalUrl.strip().replace("//" + SLUG + ".", "//").replace(SLUG, "slug"))
                .getHost();
    }

    /** RFC 5321, 4.1.3: an address stands in brackets. */
    static String literal(String host) {
        var plain = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return NetUtil.isValidIpV4Address(plain)
                ? "[" + plain + "]"
                : NetUtil.isValidIpV6Address(plain) ? "[IPv6:" + plain + "]" : plain;
    }
}
