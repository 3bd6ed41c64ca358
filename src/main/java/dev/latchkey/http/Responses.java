package dev.latchkey.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Answers with a status or headers of their own. */
public final class Responses {

    private Responses() {}

    /** 201, with the address of what was made. As text: the framework would make it a whole URL with the host the caller named. */
    public static <T> RestResponse<T> created(String location, T body) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, body)
                .header(HttpHeaders.LOCATION, location)
                .build();
    }

    /** 204 to the caller whose session this ended: their browser forgets the cookie and every answer of ours in its cache. */
    public static RestResponse<Void> signedOut(NewCookie forgotten) {
        return ResponseBuilder.<Void>noContent()
                .cookie(forgotten)
                .header("Clear-Site-Data", "\"cache\"")
                .build();
    }
}
