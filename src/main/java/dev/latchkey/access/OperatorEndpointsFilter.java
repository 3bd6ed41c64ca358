package dev.latchkey.access;

import dev.latchkey.http.WebReason;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Answers 404 at the operator's endpoints of an installation without an operator key. */
class OperatorEndpointsFilter {

    private final OperatorSettings settings;
    private final EndpointTokens endpoints;

    OperatorEndpointsFilter(OperatorSettings settings, EndpointTokens endpoints) {
        this.settings = settings;
        this.endpoints = endpoints;
    }

    @ServerRequestFilter(preMatching = true)
    void hide(ContainerRequestContext request) {
        if (settings.operatorKey().isEmpty()
                && endpoints.isOperators(request.getUriInfo().getPath())) {
            throw WebReason.NOT_FOUND.refusal();
        }
    }
}
