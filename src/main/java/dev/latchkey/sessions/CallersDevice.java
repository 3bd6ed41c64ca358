package dev.latchkey.sessions;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;

/** The device that a request comes from, by its User-Agent. */
@ApplicationScoped
class CallersDevice {

    private final CurrentVertxRequest request;

    CallersDevice(CurrentVertxRequest request) {
        this.request = request;
    }

    Device current() {
        return Arc.container().requestContext().isActive() && request.getCurrent() != null
                ? Device.of(request.getCurrent().request().getHeader(HttpHeaders.USER_AGENT))
                : Device.UNKNOWN;
    }
}
