package dev.latchkey.profile;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.access.PortalSections.Section;
import dev.latchkey.http.FilterChain;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Keeps the promise of {@link InSection}. */
@InSection(Section.APPOINTMENTS)
@Interceptor
@Priority(FilterChain.PORTAL_SECTION)
class RequiringSection {

    private final KnownSections known;
    private final ClientCaller caller;

    RequiringSection(KnownSections known, ClientCaller caller) {
        this.known = known;
        this.caller = caller;
    }

    @AroundInvoke
    Object require(InvocationContext call) throws Exception {
        var section = call.getInterceptorBinding(InSection.class).value();
        if (!known.get(caller).has(section)) {
            throw ProfileReason.PORTAL_SECTION_OFF.refusal();
        }
        return call.proceed();
    }
}
