package dev.latchkey.docs;

import dev.latchkey.http.OpenApiDocument;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/")
class ContractResource {

    private static final String ASK_AGAIN = "no-cache";

    private static final List<MediaType> YAML =
            List.of(MediaType.valueOf("application/yaml"), MediaType.valueOf("text/yaml"));

    private static final Map<String, String> FORMER = Map.of("x-yaml", "yaml");

    private final OpenApiDocument contract;
    private volatile @Nullable PublicDocument yaml;
    private volatile @Nullable PublicDocument json;

    ContractResource(OpenApiDocument contract) {
        this.contract = contract;
    }

    @GET
    @Path("/openapi.yaml")
    @PermitAll
    public RestResponse<Object> getContract(HttpHeaders request) {
        var current = current(yaml, contract.yaml());
        yaml = current;
        return answer(current.answer(request).type(typeFor(acceptable(request))));
    }

    private static List<MediaType> acceptable(HttpHeaders request) {
        try {
            return request.getAcceptableMediaTypes();
        } catch (IllegalArgumentException unreadable) {
            throw new NotAcceptableException(unreadable);
        }
    }

    /** Under any of its names (RFC 9512, 2.1), the former ones included. The framework's own choice knows no {@code *}{@code /yaml}, which tools send. */
    private static MediaType typeFor(List<MediaType> acceptable) {
        return acceptable.stream()
                .map(wanted ->
                        new MediaType(wanted.getType(), FORMER.getOrDefault(wanted.getSubtype(), wanted.getSubtype())))
                .flatMap(wanted -> YAML.stream().filter(wanted::isCompatible))
                .findFirst()
                .orElseThrow(NotAcceptableException::new);
    }

    @GET
    @Path("/openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    public RestResponse<Object> getContractAsJson(HttpHeaders request) {
        var current = current(json, contract.json());
        json = current;
        return answer(current.answer(request));
    }

    /** Standalone, it changes once, when the demo clinic is there. */
    private static PublicDocument current(@Nullable PublicDocument kept, byte[] bytes) {
        return kept != null && kept.isOf(bytes) ? kept : new PublicDocument(bytes);
    }

    private static RestResponse<Object> answer(ResponseBuilder<Object> document) {
        return document.header(HttpHeaders.CACHE_CONTROL, ASK_AGAIN).build();
    }
}
