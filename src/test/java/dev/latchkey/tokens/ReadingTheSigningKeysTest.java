package dev.latchkey.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a program that checks our tokens can know: the public keys, and what a token tells. */
@QuarkusTest
class ReadingTheSigningKeysTest {

    private Person owner;
    private Person mia;

    @BeforeEach
    void set_the_scene() {
        var clinic = Portal.clinic();
        owner = clinic.owner();
        mia = clinic.client("Mia").signsIn();
    }

    @Test
    void shows_the_public_half_of_each_and_no_more() {
        List<Map<String, Object>> keys = Person.stranger()
                .get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .extract()
                .path("keys");

        assertThat(keys).isNotEmpty().allSatisfy(key -> assertThat(key)
                .containsOnlyKeys("kty", "crv", "x", "y", "kid", "use", "alg")
                .containsEntry("kty", "EC")
                .containsEntry("crv", "P-256"));
        assertThat(keys)
                .extracting(key -> key.get("kid"))
                .contains(part(mia, 0).get("kid"), part(owner, 0).get("kid"));
    }

    @Test
    void tells_of_a_bearer_no_more_than_who_it_is() {
        for (var bearer : List.of(mia, owner)) {
            assertThat(part(bearer, 0)).containsOnlyKeys("alg", "typ", "kid").containsEntry("alg", "ES256");
            assertThat(part(bearer, 1)).containsOnlyKeys("iss", "aud", "sub", "sid", "jti", "iat", "exp", "auth_time");
            assertThat(part(bearer, 1)).containsEntry("sub", bearer.id());
        }
    }

    private static Map<String, Object> part(Person bearer, int part) {
        try {
            var json = Base64.getUrlDecoder().decode(bearer.token().split("\\.", -1)[part]);
            return new ObjectMapper().readerForMapOf(Object.class).readValue(new String(json, UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
