package dev.latchkey.clients;

import static dev.latchkey.clients.ClientList.names;
import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FindingAClientTest {

    private final Practice clinic = Portal.clinic();
    private final ClientList clients = new ClientList(clinic.owner());

    @ParameterizedTest
    @CsvSource({
        "lars, Mia Larsen; Noah Larsen",
        "MIA, Mia Larsen",
        "lars mia, Mia Larsen",
        "m mi mia l la lars, Mia Larsen",
        "m mi l la lars noah, ''",
        "l n x, ''",
        "mia mia, Mia Larsen",
        "berg, Ella van den Berg",
        "arsen, ''",
        "%25, ''",
        "_, ''",
        "%C5%82uk, Łukasz Żak"
    })
    void takes_the_beginnings_of_words(String q, String found) {
        clients.add("Mia", "Larsen");
        clients.add("Noah", "Larsen");
        clients.add("Ella", "van den Berg");
        clients.add("Łukasz", "Żak");

        var names = names(clients.asked("q=" + q.replace(" ", "%20")));

        assertThat(String.join("; ", names)).isEqualTo(found);
    }

    /** Of a name, what people type who have another keyboard, or have it from somewhere else. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            O’Brien          | O'Brien; O’Brien; OBRIEN; O`Brien; Oʼbrien; brien; o brien
            O'Brien          | O’Brien; o‘brien; brie
            Smith-Jones      | Jones; smith\u2011jones; Smith–Jones; smith jones; jones smith; smithjones; Smith \u2212 J
            D'Angelo—Núñez   | angelo; dangelo nunez; NUÑEZ; nun\u0303ez
            Müller           | muller; Mu\u0308ller; MÜLLER
            Mu\u0308nch      | Münch; munch
            van\u00a0Dorn    | dorn; van dorn; van\u202fdorn; van\u3000Dorn
            Łukasz           | lukasz; ŁUKASZ
            Großmann         | grossmann; GROSSMANN; großm
            Straße·Weg       | weg; strasse
            カール・ルイス     | ルイス; カール; ｶｰﾙ
            نیک\u200cنام     | نیکنام; نیک
            St.John          | john; st john; St.J
            """)
    void takes_it_however_it_is_typed(String family, String asked) {
        clients.add("Kim", family);
        clients.add("Kim", "Zwicky");

        assertThat(asked.split("; "))
                .allSatisfy(q -> assertThat(clients.asked("q=" + URLEncoder.encode(q, StandardCharsets.UTF_8))
                                .jsonPath()
                                .getList("items"))
                        .hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "–", "' -", ".", "\u0301"})
    void finds_no_one_by_what_is_no_part_of_a_word(String q) {
        clients.add("Kim", "Smith-Jones");

        assertThat(names(clients.asked("q=" + URLEncoder.encode(q, StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"İnan", "İstanbul", "ΠΑΠΑΣ", "Ἀθηνᾶ", "STRASSER", "Đặng", "Дарья"})
    void takes_every_name_as_it_is_written(String family) {
        clients.add("Kim", family);

        var q = URLEncoder.encode(family, StandardCharsets.UTF_8);

        assertThat(names(clients.asked("q=" + q))).containsExactly("Kim " + family);
    }

    @Test
    void takes_the_whole_address() {
        clinic.client("Mia", "family@example.org");
        clinic.client("Noah", "family@example.org");
        clinic.client("Jack", "jack@example.org");

        assertThat(names(clients.asked("email=FAMILY@Example.org"))).containsExactly("Mia Larsen", "Noah Larsen");
        assertThat(names(clients.asked("email=fam@example.org"))).isEmpty();
    }

    @Test
    void takes_words_and_address_together() {
        clinic.client("Mia", "family@example.org");
        clinic.client("Noah", "family@example.org");
        clinic.client("Mia", "mia@example.org");

        assertThat(names(clients.asked("email=family@example.org&q=lars%20mia")))
                .containsExactly("Mia Larsen");
        assertThat(names(clients.asked("email=family@example.org&q=lars&limit=1")))
                .containsExactly("Mia Larsen");
    }

    @Test
    void finds_a_client_who_was_renamed_archived_and_restored_where_they_are_now() {
        var mia = clinic.client("Mia");
        clinic.owner()
                .patch(Api.CLIENTS + "/" + mia.id(), Map.of("familyName", "van Dorn"))
                .then()
                .statusCode(200);
        assertThat(names(clients.asked("q=larsen"))).isEmpty();
        assertThat(names(clients.asked("q=mia%20dorn"))).containsExactly("Mia van Dorn");

        var archival = Api.CLIENTS + "/" + mia.id() + "/archival";
        clinic.owner().put(archival).then().statusCode(200);
        assertThat(names(clients.asked("q=dorn"))).isEmpty();
        assertThat(names(clients.asked("q=dorn&archived=true"))).containsExactly("Mia van Dorn");

        clinic.owner().delete(archival).then().statusCode(200);
        assertThat(names(clients.asked("q=dorn"))).containsExactly("Mia van Dorn");
        assertThat(names(clients.asked("q=dorn&archived=true"))).isEmpty();
    }

    @Test
    void leafs_through_what_was_found_in_the_order_of_the_list() {
        for (var family : List.of("Zak", "adler", "Adler", "Ångström", "Moor")) {
            clients.add("Kim", family);
        }
        clients.add("Ada", "Moor");
        var whole = clients.asked("").<List<String>>path("items.id").stream().toList();

        var seen = new ArrayList<String>();
        @Nullable String cursor = null;
        do {
            var page = clients.asked("q=k&limit=2" + (cursor == null ? "" : "&cursor=" + cursor));
            seen.addAll(page.<List<String>>path("items.id"));
            cursor = page.path("nextCursor");
        } while (cursor != null);

        assertThat(seen).hasSize(5).isSubsetOf(whole).isSortedAccordingTo(Comparator.comparing(whole::indexOf));
    }

    @Test
    void leaves_the_archived_out_unless_they_are_asked_for() {
        clinic.client("Mia");
        var noah = clinic.client("Noah");
        clinic.owner().archives(noah).then().statusCode(200);

        assertThat(names(clients.asked("archived=false"))).containsExactly("Mia Larsen");
        assertThat(names(clients.asked("archived=true"))).containsExactly("Noah Larsen");
    }

    @Test
    void shows_no_one_of_another_clinic() {
        clinic.client("Mia", "mia@example.org");
        var stranger = Portal.clinic().owner();

        assertThat(names(stranger.get(Api.CLIENTS + "?q=mia"))).isEmpty();
        assertThat(names(stranger.get(Api.CLIENTS + "?email=mia@example.org"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=ten",
                "limit=-1",
                "cursor=nonsense",
                "email=stranger",
                "archived=perhaps",
                "page=2",
                "q=m%20mi%20mia%20l%20la%20lars%20larse",
                "q=a%20b%20c%20d%20e%20f%20g%20h",
                "q=%00"
            })
    void refuses_a_question_it_does_not_understand(String question) {
        assertRefused(clients.asked(question), 400, "invalid-request");
    }
}
