package dev.latchkey.tokens;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;

@Path("/.well-known/jwks.json")
class KeysResource {

    private final SigningKeyCache keys;
    private final Duration keptFor;

    KeysResource(SigningKeyCache keys, SigningKeySettings settings) {
        this.keys = keys;
        // Through several caches, one after another, a key is still known before it signs.
        this.keptFor = settings.announcement().dividedBy(24);
    }

    @GET
    @PermitAll
    public RestResponse<JsonWebKeySetView> getSigningKeys() {
        var published = keys.published().stream()
                .map(key -> key.toParams(OutputControlLevel.PUBLIC_ONLY))
                .toList();
        return ResponseBuilder.ok(new JsonWebKeySetView(published))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + keptFor.toSeconds())
                .build();
    }

    record JsonWebKeySetView(List<Map<String, Object>> keys) {}
}
