package dev.latchkey.access;

import dev.latchkey.http.WebReason;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** An installation without an operator key has no operator's endpoints. They stay shut to everybody else either way. */
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
