package dev.latchkey.framework;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.ext.web.RoutingContext;

/** Lets the parser of forms alone count the bytes of an upload: it throws where the HTTP server, which has the same limit, hangs up. */
public final class UploadSizes {

    private UploadSizes() {}

    /** Takes effect only after the server has set its limit. */
    public static void leaveToTheParser(RoutingContext context) {
        context.remove(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
    }
}
