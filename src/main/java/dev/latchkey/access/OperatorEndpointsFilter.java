package dev.latchkey.access;

import dev.latchkey.http.WebReason;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Answers 404 at the operator's endpoints of an installation without an operator key. */
class OperatorEndpointsFilter {

    static final String PATH = "/v1/operator/";

    private final OperatorSettings settings;

    OperatorEndpointsFilter(OperatorSettings settings) {
        this.settings = settings;
    }

    @ServerRequestFilter(preMatching = true)
    void hide(ContainerRequestContext request) {
        if (settings.operatorKey().isEmpty() && request.getUriInfo().getPath().startsWith(PATH)) {
            throw WebReason.NOT_FOUND.refusal();
        }
    }
}
