package dev.latchkey.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.kernel.Refusal;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.config.JWTAuthContextInfoProvider;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards {@code AccessTokenRules} and {@code AccessTokenParser} when SmallRye JWT is upgraded. */
@QuarkusTest
class KeepingToOurOwnKeysTest {

    @Inject
    JWTAuthContextInfo rules;

    @Inject
    JWTCallerPrincipalFactory parser;

    @Inject
    AccessTokens tokens;

    @Inject
    AccessTokenVerifier verifier;

    @Inject
    Clock clock;

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

    /** One setting of SmallRye JWT replaces what we say. Then no caller gets in, and that is better than another's word in our tokens. */
    @ParameterizedTest
    @CsvSource({"https://issuer.example.org, latchkey-client", "latchkey, elsewhere"})
    void shuts_all_out_if_they_override_what_a_new_token_says(String issuer, String audience) {
        var issued = overriding(issuer, audience, this::issue);

        assertThatThrownBy(() -> verifier.verify(issued))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(TokenReason.TOKEN_INVALID));
        assertThat(verifier.verify(issue()).audience()).isEqualTo(Audience.CLIENT);
    }

    private String issue() {
        var now = clock.instant();
        return tokens.issue(UUID.randomUUID(), UUID.randomUUID(), Audience.CLIENT, now, now.plusSeconds(60))
                .value();
    }

    private static String overriding(String issuer, String audience, Supplier<String> issuing) {
        var overrides = Map.of(
                "smallrye.jwt.new-token.override-matching-claims", "true",
                "smallrye.jwt.new-token.issuer", issuer,
                "smallrye.jwt.new-token.audience", audience);
        overrides.forEach(System::setProperty);
        try {
            return issuing.get();
        } finally {
            overrides.keySet().forEach(System::clearProperty);
        }
    }
}
