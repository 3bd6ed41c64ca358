package dev.latchkey.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.config.JWTAuthContextInfoProvider;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Guards {@code AccessTokenRules} and {@code AccessTokenParser} when SmallRye JWT is upgraded. */
@QuarkusTest
class KeepingToOurOwnKeysTest {

    @Inject
    JWTAuthContextInfo rules;

    @Inject
    JWTCallerPrincipalFactory parser;

    @Test
    void leaves_no_one_who_reads_rules_and_keys_from_settings() {
        assertThat(parser).isInstanceOf(AccessTokenParser.class);
        assertThat(rules.getIssuedBy()).isEqualTo(AccessTokens.ISSUER);
        assertThat(Arc.container().listAll(JWTAuthContextInfoProvider.class)).isEmpty();
    }

    /** Of which it says at each start that it is in use, and that production needs another one. */
    @Test
    void leaves_the_framework_no_reason_to_make_a_pair_for_development() {
        assertThat(ConfigProvider.getConfig().getValue("mp.jwt.verify.publickey", String.class))
                .isEqualTo("NONE");
    }
}
