package dev.latchkey.clinics;

import io.smallrye.config.ConfigMapping;

/** Where the portal's pages are. From configuration alone: a Host header would let a stranger choose where links lead. */
@ConfigMapping(prefix = "latchkey")
public interface PortalAddress {

    /** The SPA's address with {@code {slug}} for the clinic's: {@code https://portal.example.com/{slug}}. */
    String portalUrl();

    /** The portal link: the clinic's shareable public address. */
    default String urlOf(Clinic clinic) {
        return portalUrl().replace("{slug}", clinic.slug());
    }
}
