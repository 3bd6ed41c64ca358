package dev.latchkey.tokens;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

/** A node that has checked a signature does not check it again, and asks everything else each time. */
@QuarkusTest
class RememberingATokenTest {

    @Inject
    VerifiedTokens verified;

    @Inject
    SigningKeyCache ring;

    @Inject
    SigningKeys keys;

    @Inject
    InstallationSecret secret;

    @Inject
    Clock clock;

    private final Person mia = Portal.clinic().client("Mia").signsIn();
    private final JwtClaims claims = SignedTokens.claims(mia.token());

    @Test
    void happens_when_it_is_first_accepted() {
        assertThat(verified.find(mia.token())).isEmpty();

        assertAccepted(mia.token());

        assertThat(verified.find(mia.token())).map(AccessTokenClaims::subject).contains(UUID.fromString(mia.id()));
    }

    @Test
    void does_not_happen_when_it_is_refused() {
        var forged = mia.token().substring(0, mia.token().length() - 4) + "AAAA";

        assertRefused(Person.withToken(forged).get(Api.ME), 401, "token-invalid");

        assertThat(verified.find(forged)).isEmpty();
    }

    @Test
    void does_not_outlive_its_session() {
        assertAccepted(mia.token());

        mia.signsOut().then().statusCode(204);

        assertRefused(mia.get(Api.ME), 401, "session-ended");
    }

    @Test
    void does_not_outlive_its_end() {
        claims.setIssuedAt(NumericDate.fromSeconds(NumericDate.now().getValue() - 600));
        claims.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() - 2));
        var ending = SignedTokens.token(ring.active(), claims);
        assertAccepted(ending);

        await().untilAsserted(() -> assertRefused(Person.withToken(ending).get(Api.ME), 401, "token-expired"));
    }

    @Test
    void does_not_outlive_its_key() {
        var key = new SigningKey(secret, clock.instant().plus(Duration.ofDays(1_000)), clock.instant());
        QuarkusTransaction.requiringNew().run(() -> keys.persist(key));
        var pair = key.open(secret).pair();
        var token = SignedTokens.token(pair, claims);
        await().until(() -> ring.find(pair.getKeyId()).isPresent());
        assertAccepted(token);

        Database.execute("delete from signing_key where kid = ?", pair.getKeyId());

        await().untilAsserted(() -> assertRefused(Person.withToken(token).get(Api.ME), 401, "token-invalid"));
        assertAccepted(mia.token());
    }

    @Test
    void has_bounds() {
        var few = new VerifiedTokens(() -> 10, ring, clock);
        var mine = new AccessTokenClaims(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Audience.CLIENT,
                ring.active().getKeyId(),
                clock.instant().plusSeconds(60));
        IntStream.range(0, 1_000).forEach(n -> few.keep("token " + n, mine));

        await().until(() -> IntStream.range(0, 1_000)
                        .filter(n -> few.find("token " + n).isPresent())
                        .count()
                <= 10);
    }

    private static void assertAccepted(String token) {
        Person.withToken(token).get(Api.ME).then().statusCode(200);
    }
}
