package dev.latchkey.sessions;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import dev.latchkey.tenancy.RowLevelSecurity;
import dev.latchkey.tokens.Audience;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** How a client or a staff member looks through the sessions they have open, and ends them. */
@ApplicationScoped
public class OpenSessions {

    private final Sessions sessions;
    private final EndingSessions ending;
    private final SigningOut signingOut;
    private final RowLevelSecurity clinic;
    private final Clock clock;

    OpenSessions(
            Sessions sessions, EndingSessions ending, SigningOut signingOut, RowLevelSecurity clinic, Clock clock) {
        this.sessions = sessions;
        this.ending = ending;
        this.signingOut = signingOut;
        this.clinic = clinic;
        this.clock = clock;
    }

    @Transactional
    public <V> Page<V> list(ClientCaller caller, Paging paging, Function<SessionView, V> view) {
        clinic.widenToClinic();
        return list(SessionHolder.of(caller), paging, view);
    }

    @Transactional
    public <V> Page<V> list(StaffCaller caller, Paging paging, Function<SessionView, V> view) {
        return list(SessionHolder.of(caller), paging, view);
    }

    private <V> Page<V> list(SessionHolder holder, Paging paging, Function<SessionView, V> view) {
        return sessions.open(holder, clock.instant(), paging)
                .map(session -> view.apply(SessionView.of(session, holder.sessionId())));
    }

    @Transactional
    public RestResponse<Void> end(ClientCaller caller, UUID id) {
        if (signingOut.isOf(id)) {
            return signOutClient();
        }
        clinic.widenToClinic();
        return end(SessionHolder.of(caller), id);
    }

    @Transactional
    public RestResponse<Void> end(StaffCaller caller, UUID id) {
        return signingOut.isOf(id) ? signOutStaff() : end(SessionHolder.of(caller), id);
    }

    private RestResponse<Void> end(SessionHolder holder, UUID id) {
        if (!sessions.has(holder, id)) {
            throw SessionReason.SESSION_NOT_FOUND.refusal();
        }
        ending.end(holder, id, clock.instant());
        return RestResponse.noContent();
    }

    @Transactional
    public RestResponse<Void> signOutClient() {
        return signOut(Audience.CLIENT);
    }

    @Transactional
    public RestResponse<Void> signOutStaff() {
        return signOut(Audience.STAFF);
    }

    /** The browser of the caller forgets the cookie, and every answer of ours in its cache. */
    private RestResponse<Void> signOut(Audience audience) {
        signingOut.signOut();
        return TokenCookie.forgotten(audience)
                .addTo(ResponseBuilder.<Void>noContent())
                .header("Clear-Site-Data", "\"cache\"")
                .build();
    }
}
