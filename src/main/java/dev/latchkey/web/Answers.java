package dev.latchkey.web;

import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/** The answers that are more than their body. */
public final class Answers {

    private Answers() {}

    /** 201, with the address of what was made. */
    public static <T> RestResponse<T> created(String location, T body) {
        return RestResponse.ResponseBuilder.<T>created(URI.create(location))
                .entity(body)
                .build();
    }
}
