package dev.latchkey.tokens;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/** Has SmallRye JWT check a token by the signing keys of this installation, and not by a key of the configuration. */
@Alternative
@Priority(1)
@ApplicationScoped
class AccessTokenParser extends JWTCallerPrincipalFactory {

    /** Is told as a claim, whatever the token itself says by that name. */
    static final String KEY_ID = "kid";

    private final DefaultJWTTokenParser parser;

    AccessTokenParser(SigningKeyResolver keys) {
        this.parser = new DefaultJWTTokenParser() {
            @Override
            protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo rules) {
                return keys;
            }
        };
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
        var checked = parser.parse(token, rules);
        var claims = checked.getJwtClaims();
        claims.setClaim(KEY_ID, checked.getJoseObjects().get(0).getKeyIdHeaderValue());
        return new DefaultJWTCallerPrincipal(AccessTokens.TYPE, claims);
    }
}
