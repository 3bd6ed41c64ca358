package dev.latchkey.web;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The answers that are more than their body. */
public final class Answers {

    private Answers() {}

    /** 201, with the address of what was made. As text: the framework would make it a whole URL with the host the caller named. */
    public static <T> RestResponse<T> created(String location, T body) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, body)
                .header(HttpHeaders.LOCATION, location)
                .build();
    }
}
