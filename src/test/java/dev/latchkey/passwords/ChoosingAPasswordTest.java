package dev.latchkey.passwords;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The clinic is called Harbour Physio, and its owner Olivia Owner. */
@QuarkusTest
class ChoosingAPasswordTest {

    private static final String GOOD = "nine gulls over the pier";

    private final Practice clinic = Portal.clinic();
    private final Person owner = clinic.owner();

    @Test
    void may_be_no_common_one() {
        for (var common : List.of(
                "123456789012",
                "password1234",
                "Password1234!",
                "P4$$w0rd-1234",
                "administrator2026",
                "pass word pass word",
                "4321drowssap",
                "rekcufrehtom",
                "ｐａｓｓｗｏｒｄ１２３４",
                "qwertyuiop123",
                "motherfucker",
                "Letmeinletmein")) {
            assertRefused(owner.changesPassword(Person.PASSWORD, common), 422, "password-common");
        }
    }

    @Test
    void may_be_no_row_of_keys_nor_the_same_again() {
        for (var pattern : List.of(
                "aaaaaaaaaaaa",
                "aaaaaaaaaaab",
                "123456123456",
                "abcdefghijklmno",
                "zyxwvutsrqponm",
                "qwertzuiopasdf",
                "mnbvcxzlkjhgfdsa",
                "1qaz2wsx3edc4rfv",
                "abcabcabcabcabc",
                "blueblueblueblue",
                "!@#$%^&*()_+",
                "ééééééééeeee")) {
            assertRefused(owner.changesPassword(Person.PASSWORD, pattern), 422, "password-common");
        }
    }

    @Test
    void may_not_be_the_names_around_its_member() {
        for (var personal : List.of(
                "Harbour Physio",
                "harbourphysio2026",
                "H4rb0ur-Phys10!!",
                "oisyhp ruobrah",
                "HÄRBOUR physio",
                "Olivia Owner",
                "olivia.owner.1",
                "owner olivia 99",
                "Owner&Physio12!",
                clinic.slug().toUpperCase(Locale.ROOT),
                owner.email().toUpperCase(Locale.ROOT))) {
            assertRefused(owner.changesPassword(Person.PASSWORD, personal), 422, "password-personal");
        }
    }

    @Test
    void may_be_a_sentence_even_with_a_name_in_it() {
        owner.changesPassword(Person.PASSWORD, "why olivia never swims in winter")
                .then()
                .statusCode(204);
    }

    @Test
    void may_be_a_name_among_ten_different_signs() {
        owner.changesPassword(Person.PASSWORD, "Olivia ~#{%<]?;=^").then().statusCode(204);
    }

    @Test
    void may_be_a_name_in_another_script() {
        assertThat(PasswordText.of("ที่นี่มีน้ำ").surprises()).isGreaterThanOrEqualTo(9);
    }

    @Test
    void may_be_made_by_a_machine() {
        owner.changesPassword(Person.PASSWORD, "kQ7#vX2!mP9$").then().statusCode(204);
    }

    @Test
    void is_as_free_as_that_for_everybody_who_sets_one_and_spends_nothing_when_refused() {
        var email = Portal.anAddress("riley");
        owner.post(Api.MEMBERS, Map.of("displayName", "Riley Reception", "email", email, "role", "receptionist"))
                .then()
                .statusCode(201);
        var invitation = Mailbox.newestTo(email).fragment();
        assertRefused(post(Api.ACCEPTANCE, invitation, "riley reception"), 422, "password-personal");
        assertRefused(post(Api.ACCEPTANCE, invitation, "123456789012"), 422, "password-common");
        post(Api.ACCEPTANCE, invitation, GOOD).then().statusCode(200);

        Person.stranger().requestsPasswordReset(email).then().statusCode(202);
        var reset = Mailbox.lettersTo(email, 2).get(0).fragment();
        assertRefused(post(Api.RESET_COMPLETION, reset, "Harbour Physio"), 422, "password-personal");
        assertRefused(post(Api.RESET_COMPLETION, reset, "qwertyuiop123"), 422, "password-common");
        Person.signedInStaff(email, GOOD);
        post(Api.RESET_COMPLETION, reset, GOOD + " and back").then().statusCode(204);
        Person.signedInStaff(email, GOOD + " and back");
    }

    /** However it is made: the longest that may be asked about. A square of their length would be seen, a cube would not end. */
    @Test
    void is_judged_by_its_128_first_characters_alone() {
        var common = new CommonPasswords();
        for (var longest : List.of(
                "a".repeat(128),
                "ab".repeat(64),
                "@4(3!1|$5+7%0".repeat(9),
                "😀".repeat(128),
                "\u1E9B\u0323".repeat(64),
                "a".repeat(100_000))) {
            var text = PasswordText.of(longest);
            assertThat(text.surprises()).isLessThanOrEqualTo(128);
            assertThat(common.hasOneLike(text)).isFalse();
        }
    }

    private static Response post(String path, String token, String password) {
        return Person.stranger().post(path, Map.of("token", token, "password", password));
    }
}
