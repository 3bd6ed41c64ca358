package dev.latchkey.http;

import jakarta.ws.rs.core.HttpHeaders;
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
}
