package dev.latchkey.tokens;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/** Only a key of our own, found by its name; what the token's header says of keys is never followed. */
@ApplicationScoped
class SigningKeyResolver implements VerificationKeyResolver {

    private final SigningKeyCache keys;

    SigningKeyResolver(SigningKeyCache keys) {
        this.keys = keys;
    }

    @Override
    public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        return Optional.ofNullable(token.getKeyIdHeaderValue())
                .filter(kid -> header(token).equals(expectedHeader(kid)))
                .flatMap(keys::find)
                .orElseThrow(() -> new UnresolvableKeyException("no key of ours"))
                .getPublicKey();
    }

    /** We never sign a header that says more, such as how else the token is to be read. */
    private static Map<String, Object> expectedHeader(String kid) {
        return Map.of("alg", AccessTokens.ALGORITHM.getAlgorithm(), "typ", AccessTokens.TYPE, "kid", kid);
    }

    private static Map<String, Object> header(JsonWebSignature token) {
        try {
            return JsonUtil.parseJson(token.getHeaders().getFullHeaderAsJsonString());
        } catch (JoseException e) {
            return Map.of();
        }
    }
}
