package dev.latchkey.tokens;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** Another issuer's key, name and habits, in each setting of SmallRye JWT that could let its tokens in, or could make ours last. */
public class ForeignTokenSettings implements QuarkusTestProfile {

    static final String ISSUER = "https://issuer.example.org";
    static final String AUDIENCE = "elsewhere";

    /** Made for this test. */
    private static final String PAIR = """
            {"kty":"EC","crv":"P-256","kid":"foreign","x":"_5aPsOqVDmPPIq__83DMtPwlyz5jk0FvGRKlLVYgeaI",
             "y":"IpaWC2fr7T5RT0u62Y7ZpmYKJTbLh85rIwCfKG7vAUg","d":"NqvDLKbzdrjycPaL9-zv4yvaDZcPM5wZX7oG6n3oc0s"}""";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("mp.jwt.verify.publickey", published()),
                Map.entry("mp.jwt.verify.publickey.algorithm", "ES256"),
                Map.entry("mp.jwt.verify.issuer", ISSUER),
                Map.entry("mp.jwt.verify.audiences", AUDIENCE),
                Map.entry("mp.jwt.verify.clock.skew", "86400"),
                Map.entry("mp.jwt.token.header", "Cookie"),
                Map.entry("mp.jwt.token.cookie", "Bearer"),
                Map.entry("smallrye.jwt.always-check-authorization", "true"),
                Map.entry("smallrye.jwt.token.schemes", "Bearer,Basic"),
                Map.entry("smallrye.jwt.sign.key", PAIR),
                Map.entry("smallrye.jwt.sign.relax-key-validation", "true"),
                Map.entry("smallrye.jwt.new-token.issuer", ISSUER),
                Map.entry("smallrye.jwt.new-token.audience", AUDIENCE),
                Map.entry("smallrye.jwt.new-token.lifespan", "86400"),
                Map.entry("smallrye.jwt.new-token.signature-algorithm", "RS256"),
                Map.entry("smallrye.jwt.new-token.add-default-claims", "true"),
                Map.entry("quarkus.smallrye-jwt.silent", "true"));
    }

    static PublicJsonWebKey pair() {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(PAIR);
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }

    static String published() {
        return pair().toJson(OutputControlLevel.PUBLIC_ONLY);
    }
}
