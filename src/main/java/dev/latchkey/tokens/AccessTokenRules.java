package dev.latchkey.tokens;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;

/**
 * What an access token must be (RFC 8725, 3), and that it comes in {@code Authorization: Bearer …} and nowhere else (RFC 6750). In the place of
 * the settings {@code mp.jwt.*} and {@code smallrye.jwt.*}, by which an installation could take what another has signed.
 */
class AccessTokenRules {

    @Produces
    @Alternative
    @Priority(1)
    @Singleton
    JWTAuthContextInfo rules() {
        var rules = new JWTAuthContextInfo();
        rules.setSignatureAlgorithm(Set.of(AccessTokens.ALGORITHM));
        rules.setRelaxVerificationKeyValidation(false);
        rules.setIssuedBy(AccessTokens.ISSUER);
        rules.setExpectedAudience(Audience.claims());
        rules.setRequiredClaims(Set.of(Claims.sub.name(), AccessTokens.SESSION_ID));
        rules.setClockSkew(Math.toIntExact(AccessTokens.LEEWAY.toSeconds()));
        return rules;
    }
}
