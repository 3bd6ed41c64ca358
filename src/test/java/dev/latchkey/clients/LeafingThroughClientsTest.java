package dev.latchkey.clients;

import static dev.latchkey.clients.ClientList.names;
import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LeafingThroughClientsTest {

    private final Practice clinic = Portal.clinic();
    private final ClientList clients = new ClientList(clinic.owner());

    @Test
    void goes_page_by_page_without_a_gap_or_a_double() {
        var all = new ArrayList<String>();
        for (var family : List.of("İnan", "inan", "Inan", "adler", "Adler", "Zak", "Ångström", "O'Neil")) {
            all.add(clients.add("Kim", family));
        }

        var seen = new ArrayList<String>();
        @Nullable String cursor = null;
        do {
            var page = clients.asked("limit=3" + (cursor == null ? "" : "&cursor=" + cursor));
            seen.addAll(page.<List<String>>path("items.id"));
            cursor = page.path("nextCursor");
        } while (cursor != null);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void puts_no_name_into_the_address_of_the_next_page() {
        clinic.client("Mia");
        clinic.client("Noah");

        String cursor = clients.asked("limit=1").path("nextCursor");

        var once = Base64.getUrlDecoder().decode(cursor);
        for (var read : List.of(once, Base64.getUrlDecoder().decode(once))) {
            assertThat(new String(read, StandardCharsets.UTF_8))
                    .doesNotContainIgnoringCase("mia")
                    .doesNotContainIgnoringCase("larsen");
        }
    }

    @Test
    void goes_on_where_the_page_ended_though_its_last_client_has_another_name_by_now() {
        var mia = clinic.client("Mia");
        clinic.client("Noah");
        String cursor = clients.asked("limit=1").path("nextCursor");

        clinic.owner()
                .patch(Api.CLIENTS + "/" + mia.id(), Map.of("familyName", "Zimmer"))
                .then()
                .statusCode(200);

        assertThat(names(clients.asked("cursor=" + cursor))).containsExactly("Noah Larsen", "Mia Zimmer");
    }

    @Test
    void refuses_a_cursor_of_another_clinic() {
        clinic.client("Mia");
        clinic.client("Noah");
        String cursor = clients.asked("limit=1").path("nextCursor");

        assertRefused(Portal.clinic().owner().get(Api.CLIENTS + "?cursor=" + cursor), 400, "invalid-request");
    }

    @Test
    void refuses_a_cursor_of_another_list() {
        clinic.client("Mia");
        clinic.client("Noah");
        String cursor = clients.asked("limit=1").path("nextCursor");

        assertRefused(clinic.owner().get(Api.LOCATIONS + "?cursor=" + cursor), 400, "invalid-request");
        assertRefused(clients.asked("cursor=" + cursor.substring(1)), 400, "invalid-request");
        assertRefused(clients.asked("cursor=" + forged(cursor)), 400, "invalid-request");
        assertRefused(
                clients.asked("cursor=" + encoded("AAAA".getBytes(StandardCharsets.US_ASCII))), 400, "invalid-request");
    }

    /** With one bit turned of what is sealed in it. */
    private static String forged(String cursor) {
        var sealed = Base64.getUrlDecoder().decode(Base64.getUrlDecoder().decode(cursor));
        sealed[sealed.length / 2] ^= 1;
        return encoded(encoded(sealed).getBytes(StandardCharsets.US_ASCII));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
