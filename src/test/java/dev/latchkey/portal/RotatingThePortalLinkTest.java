package dev.latchkey.portal;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.latchkey.ratelimit.Limit;
import dev.latchkey.ratelimit.Limit.Bucket;
import dev.latchkey.ratelimit.RateLimits;
import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RotatingThePortalLinkTest {

    private final String slug = "clinic-" + UUID.randomUUID();

    private Practice clinic;
    private Person owner;

    @Inject
    RateLimits limits;

    @BeforeEach
    void open_a_clinic() {
        clinic = Portal.clinic();
        owner = clinic.owner();
    }

    @Test
    void moves_the_portal_and_leads_there_from_the_former_address() {
        var rotated = rotate(slug, "redirect");

        rotated.then()
                .statusCode(201)
                .header("Location", Api.PORTAL_LINK)
                .body("slug", equalTo(slug))
                .body("url", equalTo("http://localhost:5173/" + slug))
                .body("formerSlugs.slug", equalTo(List.of(clinic.slug())))
                .body("formerSlugs.redirects", equalTo(List.of(true)));
        assertThat(owner.get(Api.PORTAL_LINK).asString()).isEqualTo(rotated.asString());
        portal(slug).then().statusCode(200).body("slug", equalTo(slug));
        portal(clinic.slug()).then().statusCode(200).body("slug", equalTo(slug));
        owner.get(Api.CLINIC).then().body("slug", equalTo(slug)).body("portalUrl", containsString(slug));
    }

    @Test
    void sends_links_of_the_new_address_to_those_who_ask_at_the_former_one() {
        var mia = clinic.client("Mia");
        rotate(slug, "redirect").then().statusCode(201);

        mia.asksForALoginLink().then().statusCode(202);

        assertThat(Mailbox.newestTo(mia.email()).text()).contains("/" + slug + "/login#");
        mia.followsTheLinkInTheirMail().then().statusCode(201).body("clinic.slug", equalTo(slug));
    }

    /** The node remembers where addresses lead, and forgets this one at once. */
    @Test
    void leaves_the_former_address_dead_if_asked_to() {
        var mia = clinic.client("Mia");
        mia.asksForALoginLink().then().statusCode(202);

        rotate(slug, "dead").then().statusCode(201).body("formerSlugs.redirects", equalTo(List.of(false)));

        assertRefused(mia.asksForALoginLink(), 404, "portal-unknown");
        assertRefused(portal(clinic.slug()), 404, "portal-unknown");
        portal(slug).then().statusCode(200);
    }

    @Test
    void leaves_links_good_that_were_mailed_before() {
        var mia = clinic.client("Mia");
        mia.asksForALoginLink().then().statusCode(202);
        var link = Mailbox.newestTo(mia.email()).fragment();

        rotate(slug, "dead").then().statusCode(201);

        mia.follows(link).then().statusCode(201).body("clinic.slug", equalTo(slug));
    }

    @Test
    void stops_leading_there_later() {
        rotate(slug, "redirect").then().statusCode(201);
        var mia = clinic.client("Mia");
        mia.asksForALoginLink().then().statusCode(202);
        var before = owner.get(Api.PORTAL_LINK).header("ETag");

        stopRedirect(owner, clinic.slug()).then().statusCode(204);
        stopRedirect(owner, clinic.slug()).then().statusCode(204);

        assertRefused(mia.asksForALoginLink(), 404, "portal-unknown");
        assertRefused(portal(clinic.slug()), 404, "portal-unknown");
        owner.sends("GET", Api.PORTAL_LINK, null, Map.of("If-None-Match", before))
                .then()
                .statusCode(200)
                .body("formerSlugs.redirects", equalTo(List.of(false)));
        assertThat(owner.get(Api.AUDIT_EVENTS).<List<String>>path("items.act"))
                .containsOnlyOnce("portal-redirect-stopped");
    }

    @Test
    void stops_it_for_no_other_clinic_and_for_no_slug_that_is_none() {
        rotate(slug, "redirect").then().statusCode(201);

        for (var none : List.of(slug, "har%00bour", "%E2%80%AE", "a".repeat(300))) {
            assertRefused(stopRedirect(owner, none), 404, "former-slug-not-found");
        }
        assertRefused(stopRedirect(Portal.clinic().owner(), clinic.slug()), 404, "former-slug-not-found");

        portal(clinic.slug()).then().statusCode(200);
    }

    @Test
    void goes_back_to_a_former_address() {
        rotate(slug, "redirect").then().statusCode(201);

        rotate(clinic.slug(), "dead")
                .then()
                .statusCode(201)
                .body("slug", equalTo(clinic.slug()))
                .body("formerSlugs.slug", equalTo(List.of(slug)));

        portal(clinic.slug()).then().statusCode(200).body("slug", equalTo(clinic.slug()));
        assertRefused(portal(slug), 404, "portal-unknown");
    }

    @Test
    void shows_the_last_twenty_of_the_former_ones_newest_first() {
        IntStream.range(0, 22)
                .forEach(n -> rotate(slug + "-" + n, "dead").then().statusCode(201));

        owner.get(Api.PORTAL_LINK)
                .then()
                .body("formerSlugs", hasSize(20))
                .body("formerSlugs[0].slug", equalTo(slug + "-20"))
                .body("formerSlugs[19].slug", equalTo(slug + "-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "slug, staff",
        "slug, ab",
        "slug, A B",
        "slug, har--bour",
        "slug, harbour\u202e",
        "slug, 'harbour\u0000'",
        "slug, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "slug, ''",
        "former, gone",
        "former, DEAD",
        "former, ''"
    })
    void changes_nothing_for_what_is_none(String member, String value) {
        var before = owner.get(Api.PORTAL_LINK).asString();
        var valid = Map.of("slug", slug, "former", "dead");

        var refused = owner.post(
                Api.PORTAL_ROTATIONS,
                Map.of(
                        "slug", member.equals("slug") ? value : valid.get("slug"),
                        "former", member.equals("former") ? value : valid.get("former")));

        assertRefused(refused, 400, "invalid-request");
        assertThat(refused.<List<String>>path("errors.pointer")).containsExactly("/" + member);
        assertThat(owner.get(Api.PORTAL_LINK).asString()).isEqualTo(before);
    }

    @Test
    void asks_what_becomes_of_the_former_address() {
        assertRefused(owner.post(Api.PORTAL_ROTATIONS, Map.of("slug", slug)), 400, "invalid-request");
    }

    @Test
    void refuses_the_slug_that_the_clinic_has() {
        assertRefused(rotate(clinic.slug(), "dead"), 409, "slug-unchanged");
    }

    @Test
    void is_done_once_by_those_who_want_the_same_at_once() throws Exception {
        Callable<Response> attempt = () -> rotate(slug, "redirect");

        var answers = Together.all(List.of(attempt, attempt, attempt, attempt));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        answers.stream()
                .filter(answer -> answer.statusCode() != 201)
                .forEach(answer -> assertRefused(answer, 409, "slug-unchanged"));
        assertThat(owner.get(Api.AUDIT_EVENTS).<List<String>>path("items.act")).containsOnlyOnce("portal-link-rotated");
    }

    /** A member who changes something else writes that, and not the slug that they saw. */
    @Test
    void is_not_undone_by_who_changes_the_clinic_meanwhile() throws Exception {
        var etag = owner.get(Api.CLINIC).header("ETag");

        var answers = Together.all(List.<Callable<Response>>of(
                () -> rotate(slug, "redirect"),
                () -> owner.sends("PATCH", Api.CLINIC, Map.of("phone", "02 9250 1234"), Map.of("If-Match", etag))));

        answers.get(0).then().statusCode(201);
        assertThat(answers.get(1).statusCode()).isIn(200, 412);
        owner.get(Api.CLINIC).then().body("slug", equalTo(slug));
    }

    /** Full for a minute: the tests' own limit, a thousand a second, would have room again at once. */
    @Test
    void is_refused_to_a_clinic_that_does_it_again_and_again() {
        var whose = Database.clinicId(clinic.slug());
        var ours = new Limit(1000, Duration.ofSeconds(1)).bucket(PortalLimit.PORTAL_LINK_ROTATIONS.code(), whose);
        limits.spend(List.of(new Bucket(ours.code(), ours.name(), new Limit(1, Duration.ofMinutes(1)))));

        assertRefused(rotate(slug, "dead"), 429, "too-many-requests");

        assertRefused(portal(slug), 404, "portal-unknown");
        portal(clinic.slug()).then().statusCode(200);
    }

    @Test
    void is_done_ten_times_a_year() {
        var installed = new SmallRyeConfigBuilder()
                .withMapping(PortalLimit.Settings.class)
                .build()
                .getConfigMapping(PortalLimit.Settings.class);

        assertThat(installed.portalLinkRotations()).containsExactly(new Limit(10, Duration.ofDays(365)));
    }

    private Response rotate(String slug, String former) {
        return owner.post(Api.PORTAL_ROTATIONS, Map.of("slug", slug, "former", former));
    }

    private static Response stopRedirect(Person caller, String slug) {
        return caller.delete(Api.FORMER_SLUGS + "/" + slug);
    }

    private static Response portal(String slug) {
        return Person.stranger().get(Api.PORTALS + "/" + slug);
    }
}
