package dev.latchkey.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import dev.latchkey.support.Api;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.PackagedApp;
import dev.latchkey.support.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application with nothing configured, as a newcomer starts it: in Egypt, where Java has digits of its own for people. */
class StartingStandaloneIT {

    private static final String MAKING = "Making the demo clinic";
    private static final String JAVA = "JAVA_TOOL_OPTIONS";
    private static final String EGYPT = "-Duser.language=ar -Duser.country=EG";
    private static final String END_OF_GUIDE = "Be the receptionist";
    private static final String ELSEWHERE = "http://localhost:3000/{slug}";

    private final Path place;
    private final Path data;

    StartingStandaloneIT(@TempDir Path place) {
        this.place = place;
        this.data = place.resolve("data");
    }

    @Test
    void brings_a_demo_clinic_and_keeps_it_however_it_is_stopped() throws Exception {
        try (var app = starts(Map.of()).untilItPrints(MAKING)) {
            var postmaster = postmaster();
            app.kill();
            awaitGone(postmaster);
        }
        try (var app = starts(Map.of()).untilItPrints(END_OF_GUIDE)) {
            assertThat(app.printed()).contains(MAKING).doesNotContain("WARN", "ERROR", "Exception");
            assertThat(setting("fsync")).isEqualTo("on");
            assertThat(setting("synchronous_commit")).isEqualTo("on");
            DemoClinicSeen.by(signsIn("olivia@harbour.example.org")).assertWorthLookingAt();
            Person.stranger().request().get("/mailbox").then().statusCode(200).body(containsString("Mailbox"));
            assertLettersLeadToTheSample(app);
            var postmaster = postmaster();
            assertThat(app.stop()).isEqualTo(128 + 15);
            awaitGone(postmaster);
        }
        try (var app = starts(Map.of("LATCHKEY_PORTAL_URL", ELSEWHERE)).untilItPrints(END_OF_GUIDE)) {
            assertThat(app.printed()).doesNotContain(MAKING).contains("http://localhost:3000/harbour-physio");
            assertThat(app.hasSample()).isFalse();
            signsIn("rosa@harbour.example.org").get(Api.STAFF_ME).then().statusCode(200);
            assertExamplesCanBeTried();
            var postmaster = postmaster();
            assertThat(app.interrupt()).isEqualTo(128 + 2);
            awaitGone(postmaster);
        }
    }

    private static void assertLettersLeadToTheSample(PackagedApp app) {
        assertThat(app.hasSample()).isTrue();
        assertThat(app.printed()).contains(app.sampleUri() + "/harbour-physio", app.sampleUri() + "/staff");
        Person.stranger()
                .post(Api.PORTALS + "/harbour-physio/login-links", Map.of("email", "priya@example.org"))
                .then()
                .statusCode(202);
        assertThat(Mailbox.newestTo("samuel@example.org").text())
                .as("the letter that lies there from the start")
                .contains(app.sampleUri() + "/harbour-physio/login#");
        assertThat(Mailbox.newestTo("priya@example.org").text()).contains(app.sampleUri() + "/harbour-physio/login#");
    }

    /** At /docs a reader presses a button, and gets what is there. */
    private static void assertExamplesCanBeTried() {
        var contract = Person.stranger().get("/openapi.json").jsonPath();
        var owner = signsIn("olivia@harbour.example.org");
        Map.of(
                        "ClientId", Api.CLIENTS,
                        "AppointmentId", Api.STAFF_APPOINTMENTS,
                        "InvoiceId", Api.STAFF_INVOICES,
                        "FileId", Api.STAFF_FILES,
                        "LocationId", Api.LOCATIONS,
                        "PractitionerId", Api.PRACTITIONERS,
                        "ServiceId", Api.SERVICES,
                        "StaffMemberId", Api.MEMBERS)
                .forEach((parameter, path) -> owner.get(
                                path + "/" + contract.getString("components.parameters." + parameter + ".example"))
                        .then()
                        .statusCode(200));
    }

    private PackagedApp starts(Map<String, String> more) {
        var settings = new HashMap<>(
                Map.of("LATCHKEY_STANDALONE", "true", "LATCHKEY_STANDALONE_DIRECTORY", data.toString(), JAVA, EGYPT));
        settings.putAll(more);
        return PackagedApp.start(place, settings);
    }

    private List<String> postmasterFile() throws IOException {
        return Files.readAllLines(data.resolve("database/postmaster.pid"));
    }

    private ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(postmasterFile().get(0))).orElseThrow();
    }

    private static void awaitGone(ProcessHandle postmaster) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !postmaster.isAlive());
    }

    private String setting(String name) throws IOException, SQLException {
        var url = "jdbc:postgresql://127.0.0.1:" + postmasterFile().get(3) + "/postgres";
        var password = Files.readString(data.resolve("database-password"));
        try (var connection = DriverManager.getConnection(url, "latchkey", password);
                var answer = connection.createStatement().executeQuery("show " + name)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static Person signsIn(String email) {
        String token = Person.stranger()
                .signsInAsStaff(email, "nine-gulls-over-the-pier")
                .then()
                .statusCode(201)
                .extract()
                .path("accessToken");
        return Person.withToken(token);
    }
}
