package dev.latchkey.portal;

import dev.latchkey.clinics.Clinic;
import dev.latchkey.clinics.PortalAddress;
import dev.latchkey.http.ETags;
import java.time.Instant;
import java.util.List;

/** The portal link, and those before it: the newest first. */
record PortalLinkView(String slug, String url, List<FormerSlugView> formerSlugs) implements ETags.TaggedAnswer {

    static PortalLinkView of(Clinic clinic, PortalAddress address, List<RetiredSlug> retired) {
        return new PortalLinkView(
                clinic.slug(),
                address.urlOf(clinic),
                retired.stream().map(FormerSlugView::of).toList());
    }

    record FormerSlugView(String slug, Instant retiredAt, boolean redirects) {

        static FormerSlugView of(RetiredSlug retired) {
            return new FormerSlugView(retired.slug(), retired.retiredAt(), retired.isRedirecting());
        }
    }
}
