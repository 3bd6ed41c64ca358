package dev.latchkey.access;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.MpJwtValidator;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Guards {@code TokenIdentityProvider} when Quarkus is upgraded. The framework has a provider of its own, which asks for
 * no session, and prints at DEBUG what it refuses: also the operator's key.
 */
@QuarkusTest
class LookingAtATokenFirstTest {

    @Inject
    @All
    List<IdentityProvider<?>> providers;

    @Test
    void is_for_us_and_leaves_none_to_the_framework() {
        var ofTokens = providers.stream()
                .filter(provider -> provider.getRequestType() == TokenAuthenticationRequest.class)
                .sorted(comparing(provider -> -provider.priority()))
                .toList();

        assertThat(ofTokens).hasSize(2);
        assertThat(ofTokens.get(0)).isInstanceOf(TokenIdentityProvider.class);
        assertThat(ofTokens.get(1)).isInstanceOf(MpJwtValidator.class);
        assertThat(ofTokens.get(0).priority()).isGreaterThan(ofTokens.get(1).priority());
    }

    @Test
    void would_print_none_even_so() {
        assertThat(Logger.getLogger("org.hibernate.SQL").isDebugEnabled()).isTrue();
        assertThat(Logger.getLogger(MpJwtValidator.class).isDebugEnabled()).isFalse();
    }
}
