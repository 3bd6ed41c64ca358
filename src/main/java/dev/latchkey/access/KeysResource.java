package dev.latchkey.access;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;

@Path("/.well-known/jwks.json")
class KeysResource {

    private final SigningKeys keys;

    KeysResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @PermitAll
    public JsonWebKeySetView getSigningKeys() {
        return new JsonWebKeySetView(keys.all().stream()
                .map(key -> key.toParams(OutputControlLevel.PUBLIC_ONLY))
                .toList());
    }

    record JsonWebKeySetView(List<Map<String, Object>> keys) {}
}
