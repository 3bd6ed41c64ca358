package dev.latchkey.overload;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One caller, who sends so many requests at once that no other would be served. */
@QuarkusTest
class AskingAllAtOnceTest {

    private static final int OF_ONE_CALLER = 16;
    private static final int OF_ONE_CLINIC = 24;
    private static final String FORM = "multipart/form-data; boundary=b";
    private static final String PART =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nx";

    private final Practice clinic = Portal.clinic();
    private final List<Wire> wires = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (var wire : wires) {
            wire.close();
        }
    }

    @Test
    void has_a_part_of_the_places_and_no_more() throws Exception {
        var colleague = clinic.staff("receptionist");
        try (var ignored = Database.holding("lock table location in access exclusive mode")) {
            for (var n = 0; n < OF_ONE_CALLER + 4; n++) {
                asksForLocations(clinic.owner());
            }
            await().until(() -> clinic.owner().get(Api.STAFF_ME).statusCode() == 429);

            var refused = clinic.owner().get(Api.STAFF_ME);

            assertRefused(refused, 429, "too-many-requests");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            colleague.get(Api.STAFF_ME).then().statusCode(200);
        }
        await().until(() -> clinic.owner().get(Api.STAFF_ME).statusCode() == 200);
    }

    /** What one caller and a half have is the tests' own limit: each of them holds one connection of thirty while it waits for the lock. */
    @Test
    void has_with_all_colleagues_the_part_of_their_clinic_and_no_more() throws Exception {
        var colleague = clinic.staff("practice-manager");
        var third = clinic.staff("receptionist");
        var elsewhere = Portal.clinic().owner();
        try (var ignored = Database.holding("lock table location in access exclusive mode")) {
            for (var n = 0; n < OF_ONE_CLINIC - OF_ONE_CALLER; n++) {
                asksForLocations(colleague);
            }
            for (var n = 0; n < OF_ONE_CALLER; n++) {
                asksForLocations(clinic.owner());
            }

            var refused = await().until(() -> third.get(Api.STAFF_ME), answer -> answer.statusCode() == 429);

            assertRefused(refused, 429, "too-many-requests");
            elsewhere.get(Api.STAFF_ME).then().statusCode(200);
        }
        await().until(() -> third.get(Api.STAFF_ME).statusCode() == 200);
    }

    @Test
    void has_in_an_installation_three_quarters_for_a_clinic() {
        var installed = new SmallRyeConfigBuilder()
                .withMapping(OverloadSettings.class)
                .build()
                .getConfigMapping(OverloadSettings.class);

        assertThat(installed.requestsPerClinic()).isEqualTo(96);
        assertThat(installed.requestsAtOnce()).isEqualTo(128);
    }

    @Test
    void sends_sixteen_files_of_a_clinic_at_once_and_no_more() throws Exception {
        var mia = clinic.client("Mia");
        var senders = List.of(
                clinic.owner(),
                clinic.staff("receptionist"),
                clinic.staff("receptionist"),
                clinic.staff("receptionist"));
        var last = clinic.staff("receptionist");
        var elsewhere = Portal.clinic();
        var ella = elsewhere.client("Ella");
        for (var sender : senders) {
            for (var n = 0; n < 4; n++) {
                wires.add(Wire.halfSent(Api.CLIENTS + "/" + mia.id() + "/files", FORM, PART, authorization(sender)));
            }
        }

        var refused = await().until(
                        () -> last.uploads(mia, "a.txt", new byte[] {1}, false), answer -> answer.statusCode() == 429);

        assertRefused(refused, 429, "too-many-uploads");
        elsewhere.owner().uploads(ella, "b.txt", new byte[] {2}, false).then().statusCode(201);
    }

    @Test
    void sends_four_files_at_once_and_no_more() throws Exception {
        var mia = clinic.client("Mia");
        var colleague = clinic.staff("receptionist");
        var path = Api.CLIENTS + "/" + mia.id() + "/files";
        for (var n = 0; n < 6; n++) {
            wires.add(Wire.halfSent(path, FORM, PART, authorization(clinic.owner())));
        }

        assertThat(colleague.uploads(mia, "a.txt", new byte[] {1}, false).statusCode())
                .isEqualTo(201);
        var heard = new ArrayList<String>();
        for (var wire : wires) {
            heard.add(wire.hears());
        }
        assertThat(heard.stream().filter(said -> said.startsWith("HTTP/1.1 429 ")))
                .hasSize(2)
                .allSatisfy(said ->
                        assertThat(said).contains("\r\nRetry-After: 5\r\n").contains("\"code\":\"too-many-uploads\""));
        assertThat(heard.stream().filter(String::isEmpty))
                .as("waited for in vain, and cut off")
                .hasSize(4);

        hangUp();

        await().until(() ->
                clinic.owner().uploads(mia, "b.txt", new byte[] {2}, false).statusCode() == 201);
    }

    private void asksForLocations(Person person) throws IOException {
        wires.add(Wire.open()
                .sends("GET " + Api.LOCATIONS + " HTTP/1.1\r\nHost: localhost\r\n" + authorization(person) + "\r\n"));
    }

    private static String authorization(Person person) {
        return "Authorization: Bearer " + person.token() + "\r\n";
    }
}
