package dev.latchkey.portal;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TakingASlugTest {

    private static final int DAYS_OF_A_YEAR = 366;

    private final String slug = "clinic-" + UUID.randomUUID();

    private Practice one;
    private Practice other;

    @BeforeEach
    void open_two_clinics() {
        one = Portal.clinic();
        other = Portal.clinic();
    }

    @Test
    void is_refused_as_long_as_another_clinic_has_it() {
        assertRefused(rotate(other, one.slug(), "dead"), 409, "slug-taken");
        assertRefused(open(one.slug()), 409, "slug-taken");

        other.owner()
                .get(Api.PORTAL_LINK)
                .then()
                .body("slug", equalTo(other.slug()))
                .body("formerSlugs", empty());
        portal(other.slug()).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dead", "redirect"})
    void is_refused_for_a_year_after_another_clinic_gave_it_up(String former) {
        rotate(one, slug, former).then().statusCode(201);
        Database.daysPassForSlug(one.slug(), DAYS_OF_A_YEAR - 2);

        assertRefused(rotate(other, one.slug(), "dead"), 409, "slug-taken");
        assertRefused(open(one.slug()), 409, "slug-taken");

        portal(other.slug()).then().statusCode(200).body("slug", equalTo(other.slug()));
    }

    @Test
    void is_free_when_the_year_has_passed() {
        rotate(one, slug, "redirect").then().statusCode(201);
        Database.daysPassForSlug(one.slug(), DAYS_OF_A_YEAR);
        portal(one.slug()).then().statusCode(200).body("slug", equalTo(slug));

        rotate(other, one.slug(), "dead").then().statusCode(201);

        portal(one.slug()).then().statusCode(200).body("slug", equalTo(one.slug()));
        one.owner().get(Api.PORTAL_LINK).then().body("formerSlugs", empty());
        assertRefused(rotate(one, one.slug(), "dead"), 409, "slug-taken");
    }

    @Test
    void is_free_for_a_clinic_that_is_opened_then() {
        rotate(one, slug, "dead").then().statusCode(201);
        Database.daysPassForSlug(one.slug(), DAYS_OF_A_YEAR);

        open(one.slug()).then().statusCode(201);

        portal(one.slug()).then().statusCode(200).body("name", equalTo("Riverside"));
    }

    @Test
    void is_refused_to_all_but_one_of_eight_at_once() throws Exception {
        var clinics = Stream.generate(Portal::clinic).limit(8).toList();

        var answers = Together.all(clinics.stream()
                .<Callable<Response>>map(clinic -> () -> rotate(clinic, slug, "redirect"))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        for (var n = 0; n < clinics.size(); n++) {
            if (answers.get(n).statusCode() != 201) {
                assertRefused(answers.get(n), 409, "slug-taken");
                portal(clinics.get(n).slug())
                        .then()
                        .body("slug", equalTo(clinics.get(n).slug()));
            }
        }
    }

    /** As on two nodes: one gives it up, and the other one has to wait until that is certain. */
    @Test
    void is_refused_while_another_clinic_is_giving_it_up() throws Exception {
        var answers = Together.all(List.<Callable<Response>>of(
                () -> rotate(one, slug, "dead"), () -> rotate(other, one.slug(), "dead"), () -> open(one.slug())));

        answers.get(0).then().statusCode(201);
        assertRefused(answers.get(1), 409, "slug-taken");
        assertRefused(answers.get(2), 409, "slug-taken");
    }

    @Test
    void is_refused_to_two_who_want_to_swap() throws Exception {
        var answers = Together.all(List.<Callable<Response>>of(
                () -> rotate(one, other.slug(), "dead"), () -> rotate(other, one.slug(), "dead")));

        answers.forEach(answer -> assertRefused(answer, 409, "slug-taken"));
    }

    @Test
    void is_kept_from_others_by_the_database_itself() {
        var ids = List.of(Database.clinicId(one.slug()), Database.clinicId(other.slug()));
        Database.execute("update clinic set slug = ? where id = ?", slug, ids.get(0));

        one.owner()
                .get(Api.PORTAL_LINK)
                .then()
                .body("formerSlugs.slug", equalTo(List.of(one.slug())))
                .body("formerSlugs.redirects", equalTo(List.of(false)));
        assertThatThrownBy(() -> Database.execute("update clinic set slug = ? where id = ?", one.slug(), ids.get(1)))
                .hasMessageContaining("gave up this slug within a year");
        assertThatThrownBy(() -> Database.execute(
                        "update retired_slug set retired_at = now() - interval '2 years' where slug = ?", one.slug()))
                .hasMessageContaining("a slug was given up when it was");
    }

    /** The staff's pages may be there. */
    @Test
    void is_never_the_staffs() {
        assertThatThrownBy(() -> Database.execute(
                        "insert into clinic (id, slug, name, time_zone, currency, created_at)"
                                + " values (?, 'staff', 'Staff', 'UTC', 'EUR', '2026-12-03T00:00:00Z')",
                        UUID.randomUUID()))
                .hasMessageContaining("clinic_slug_not_of_the_staff");
    }

    private static Response rotate(Practice clinic, String slug, String former) {
        return clinic.owner().post(Api.PORTAL_ROTATIONS, Map.of("slug", slug, "former", former));
    }

    private static Response open(String slug) {
        return Portal.operator()
                .post(
                        Api.CLINICS,
                        Map.of(
                                "name",
                                "Riverside",
                                "slug",
                                slug,
                                "timeZone",
                                "Europe/Berlin",
                                "currency",
                                "EUR",
                                "owner",
                                Map.of("displayName", "Robin Owner", "email", Portal.anAddress("owner"))));
    }

    private static Response portal(String slug) {
        return Person.stranger().get(Api.PORTALS + "/" + slug);
    }
}
