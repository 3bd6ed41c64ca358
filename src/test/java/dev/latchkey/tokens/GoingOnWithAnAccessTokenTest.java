package dev.latchkey.tokens;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

/** A caller with an access token, perhaps a stolen one, gets none with it that lasts longer. */
@QuarkusTest
class GoingOnWithAnAccessTokenTest {

    @Inject
    SigningKeyCache ring;

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia").signsIn();

    @Test
    void ends_when_the_token_does_to_whichever_profile_it_leads() throws MalformedClaimException {
        var noah = clinic.client("Noah", mia.email());
        var ending = endingIn(100);

        for (var profile : new Person[] {mia, noah}) {
            var switched = ending.switchesTo(profile.id());

            var got = Person.withToken(switched.path("accessToken"));
            assertThat(expiryOf(got)).isEqualTo(expiryOf(ending));
            assertThat(switched.<Integer>path("expiresIn")).isBetween(1, 100);
            got.get(Api.ME).then().statusCode(200);
            ending = got;
        }
    }

    @Test
    void may_come_to_its_end_on_the_way() throws MalformedClaimException {
        var ending = endingIn(-2); // within the leeway

        var got = Person.withToken(ending.switchesTo(mia.id()).path("accessToken"));

        assertThat(expiryOf(got)).isEqualTo(expiryOf(ending));
        assertRefused(endingIn(-60).switchesTo(mia.id()), 401, "token-expired");
    }

    @Test
    void lasts_ten_minutes_from_a_link_all_the_same() throws MalformedClaimException {
        assertThat(expiryOf(mia)).isCloseTo(NumericDate.now().getValue() + 600, within(60L));
    }

    private Person endingIn(long seconds) {
        var claims = SignedTokens.claims(mia.token());
        claims.setIssuedAt(NumericDate.fromSeconds(NumericDate.now().getValue() + seconds - 600));
        claims.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() + seconds));
        return Person.withToken(SignedTokens.token(ring.active(), claims));
    }

    private static long expiryOf(Person holder) throws MalformedClaimException {
        return SignedTokens.claims(holder.token()).getExpirationTime().getValue();
    }
}
