package dev.latchkey.branding;

import static dev.latchkey.support.Pictures.encoded;
import static dev.latchkey.support.Pictures.painted;
import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Pictures;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ShowingAPictureTest {

    private Practice clinic;
    private String location;
    private String path;

    @BeforeEach
    void put_a_logo() {
        clinic = Portal.clinic();
        location = clinic.location("Harbour", "Australia/Sydney");
        path = Api.shownPicture(clinic.slug(), location, "logo");
        clinic.owner().putsPicture(location, "logo", Pictures.SMALL).then().statusCode(204);
    }

    @Test
    void is_for_anyone_and_can_be_nothing_but_a_picture() {
        var answer = Person.stranger().get(path);

        answer.then().statusCode(200);
        assertThat(answer.contentType()).isEqualTo("image/png");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(answer.header("Content-Disposition")).isEqualTo("inline; filename=\"logo.png\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void sends_it_again_only_when_it_is_another() {
        var etag = Person.stranger().get(path).header("ETag");

        var same = seen(etag);
        same.then().statusCode(304).header("ETag", equalTo(etag)).header("Cache-Control", equalTo("no-cache"));
        assertThat(same.asByteArray()).isEmpty();

        var other = encoded(painted(40, 30, 0xff2040c0), "png");
        clinic.owner().putsPicture(location, "logo", other).then().statusCode(204);
        var newer = seen(etag);
        newer.then().statusCode(200);
        assertThat(newer.header("ETag")).isNotEqualTo(etag);
    }

    @Test
    void stops_when_it_is_taken_away() {
        var etag = Person.stranger().get(path).header("ETag");

        var removal = clinic.owner().delete(Api.picture(location, "logo"));

        removal.then().statusCode(204);
        assertRefused(seen(etag), 404, "picture-not-found");
        portal().then().body("locations", empty());
        var line = Trail.of(clinic).lineOf(removal);
        assertThat(line.toString()).contains("location-picture-removed");
        assertThat(line.recordId()).isEqualTo(location);
        var again = clinic.owner().delete(Api.picture(location, "logo"));
        again.then().statusCode(204);
        assertThat(Trail.of(clinic).actsIn(again.header("X-Request-Id"))).isEmpty();
    }

    @Test
    void is_not_done_under_the_portal_of_another_clinic() {
        var other = Portal.clinic();

        assertRefused(
                Person.stranger().get(Api.shownPicture(other.slug(), location, "logo")), 404, "picture-not-found");
        assertRefused(
                Person.stranger().get(Api.shownPicture("clinic-" + UUID.randomUUID(), location, "logo")),
                404,
                "portal-unknown");
        assertRefused(
                Person.stranger().get(Api.shownPicture(clinic.slug(), location, "banner")), 404, "picture-not-found");
    }

    @Test
    void tells_the_portal_where_it_is_and_names_no_location_without_one() {
        clinic.location("Hidden", "Australia/Sydney");
        var city = clinic.location("City", "Australia/Sydney");
        clinic.owner().putsPicture(city, "image", Pictures.SMALL).then().statusCode(204);

        portal().then()
                .body("locations.name", contains("City", "Harbour"))
                .body("locations[0].id", equalTo(city))
                .body("locations[0].logo", nullValue())
                .body("locations[0].image", equalTo(Api.shownPicture(clinic.slug(), city, "image")))
                .body("locations[1].logo", equalTo(path))
                .body("locations[1].image", nullValue());
    }

    @Test
    void goes_on_under_a_former_slug_that_redirects() {
        var next = "clinic-" + UUID.randomUUID();
        clinic.owner()
                .post(Api.PORTAL_ROTATIONS, Map.of("slug", next, "former", "redirect"))
                .then()
                .statusCode(201);

        Person.stranger().get(path).then().statusCode(200);
        portal().then().body("locations[0].logo", equalTo(Api.shownPicture(next, location, "logo")));
    }

    private Response portal() {
        return Person.stranger().get(Api.PORTALS + "/" + clinic.slug());
    }

    private Response seen(String etag) {
        return Person.stranger().sends("GET", path, null, Map.of("If-None-Match", etag));
    }
}
