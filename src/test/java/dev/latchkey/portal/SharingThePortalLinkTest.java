package dev.latchkey.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SharingThePortalLinkTest {

    @Test
    void leads_to_the_clinics_own_page() {
        var clinic = Portal.clinic();

        var link = clinic.owner().request().header("Host", "evil.localhost").get(Api.PORTAL_LINK);

        link.then().statusCode(200);
        assertThat(link.<Map<String, Object>>path(""))
                .isEqualTo(Map.of(
                        "slug",
                        clinic.slug(),
                        "url",
                        "http://localhost:5173/" + clinic.slug(),
                        "formerSlugs",
                        List.of()));
    }
}
