package dev.latchkey.tenancy;

import static dev.latchkey.support.DatabaseUser.APPLICATION;
import static dev.latchkey.support.DatabaseUser.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Authenticator;
import dev.latchkey.support.Bill;
import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import dev.latchkey.support.Visit;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries without a where still get the caller's rows alone: row-level security is the second line. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgettingToAskWhoseTest {

    private static final Set<String> OPEN_TO_ALL = Set.of(
            "rate_limit", // keyed hashes alone, counted before the caller is known
            "signing_key", // sealed; read again in the middle of any request
            "scheduled_tasks", // ids alone, of what any request leaves to do
            "databasechangelog"); // Liquibase's own

    private Practice clinic;
    private Person mia;
    private Person noah;
    private Person elsewhere;

    @BeforeAll
    void two_clients_of_one_clinic_and_one_of_another() {
        clinic = Portal.clinic();
        mia = withRecords(clinic, "Mia").signsIn();
        noah = withRecords(clinic, "Noah").signsIn();
        var other = Portal.clinic();
        withRecords(other, "Ella");
        elsewhere = other.owner();
        Authenticator.enrolledBy(elsewhere);
    }

    private static Person withRecords(Practice clinic, String name) {
        var client = clinic.client(name);
        Visit.booked(clinic.owner(), client, clinic.rooms(), Visit.in(Duration.ofDays(3)));
        Bill.draft(clinic.owner(), client, "80.00").finalised().pays("30.00");
        clinic.owner().uploads(client, "plan.txt", new byte[] {1}, true);
        clinic.owner().asksToConfirm(client, Portal.anAddress("next")).then().statusCode(202);
        return client;
    }

    @ParameterizedTest
    @MethodSource("tablesWithTheDataOfOneClient")
    void shows_a_client_their_own(String table, String asked) {
        var seen = seen(mia, table, asked);

        assertThat(seen).hasSize(1).doesNotContainAnyElementsOf(seen(noah, table, asked));
    }

    @ParameterizedTest
    @MethodSource("tablesWithTheDataOfOneClient")
    void shows_staff_those_of_their_clinic(String table, String asked) {
        assertThat(seen(clinic.owner(), table, asked))
                .containsExactlyInAnyOrderElementsOf(Stream.of(mia, noah)
                        .flatMap(client -> seen(client, table, asked).stream())
                        .toList());
    }

    static Stream<Arguments> tablesWithTheDataOfOneClient() {
        return Stream.of("client", "appointment", "invoice", "invoice_line", "payment", "document")
                .flatMap(table -> Stream.of("", "/in-a-transaction").map(asked -> Arguments.of(table, asked)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login_link",
                "login_request",
                "email_change",
                "letter",
                "idempotency_key",
                "staff_member",
                "staff_invitation",
                "staff_password_reset",
                "staff_password_reset_request",
                "staff_second_factor",
                "staff_second_factor_step",
                "staff_recovery_code",
                "staff_factor_challenge",
                "invoice_counter",
                "audit_unsealed",
                "audit_seal",
                "restore_epoch"
            })
    void shows_a_client_nothing_of_how_others_get_in(String table) {
        assertThat(seen(mia, table, "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clinic", "location", "practitioner", "service"})
    void shows_everybody_their_own_clinic_alone(String table) {
        assertThat(seen(mia, table, "")).isNotEmpty().containsOnly(clinicId());
        assertThat(seen(clinic.owner(), table, "")).isNotEmpty().containsOnly(clinicId());
    }

    @Test
    void shows_a_client_their_session_and_staff_those_of_their_clinic() {
        assertThat(seen(mia, "session", "")).containsExactly(clinicId());
        assertThat(seen(mia, "session", "/in-a-transaction")).containsExactly(clinicId());
        assertThat(seen(clinic.owner(), "session", ""))
                .hasSizeGreaterThanOrEqualTo(3)
                .containsOnly(clinicId());
    }

    @Test
    void shows_staff_the_staff_of_their_clinic_alone() {
        var colleague = clinic.staff("receptionist");

        assertThat(seen(clinic.owner(), "staff_member", ""))
                .hasSizeGreaterThan(1)
                .containsOnly(clinicId());
        assertThat(seen(colleague, "staff_invitation", ""))
                .contains(clinic.owner().id(), colleague.id())
                .doesNotContain(elsewhere.id());
        assertThat(seen(clinic.owner(), "staff_second_factor", "")).isEmpty();
        assertThat(seen(elsewhere, "staff_second_factor", "")).containsExactly(elsewhere.id());
        assertThat(seen(elsewhere, "staff_recovery_code", "")).hasSize(10);
        assertThat(seen(clinic.owner(), "staff_recovery_code", "")).isEmpty();
    }

    private String clinicId() {
        return Database.clinicId(clinic.slug()).toString();
    }

    @Test
    void shows_staff_no_letter_and_no_link_of_another_clinic() {
        assertThat(seen(clinic.owner(), "login_link", "")).containsExactlyInAnyOrder(mia.email(), noah.email());
        assertThat(seen(clinic.owner(), "letter", ""))
                .contains(mia.email(), noah.email(), clinic.owner().email())
                .doesNotContain(elsewhere.email());
    }

    /** The connections of a pool go from one caller to the next. */
    @Test
    void shows_each_of_many_at_once_their_own() throws Exception {
        var callers = List.of(mia, noah);
        var asks = new ArrayList<Callable<Boolean>>();
        for (var n = 0; n < 120; n++) {
            var caller = callers.get(n % 2);
            var asked = n % 3 == 0 ? "/in-a-transaction" : "";
            asks.add(() -> seen(caller, "client", asked).equals(List.of(caller.id())));
        }

        assertThat(Together.all(asks)).containsOnly(true);
    }

    @Test
    void holds_for_every_table() {
        assertThat(OWNER.reads("select relname from pg_class where relkind in ('r', 'p') and relnamespace ="
                        + " 'public'::regnamespace and not (relrowsecurity and relforcerowsecurity)"))
                .containsExactlyInAnyOrderElementsOf(OPEN_TO_ALL);
    }

    @Test
    void binds_a_user_who_owns_nothing_and_who_sees_nothing_unless_told_for_whom() {
        assertThat(OWNER.reads("select rolname from pg_roles where rolname = 'latchkey_application'"
                        + " and not rolsuper and not rolbypassrls and not rolcreaterole"))
                .hasSize(1);
        assertThat(OWNER.reads("select relname from pg_class where relowner = 'latchkey_application'::regrole"))
                .isEmpty();

        assertThat(APPLICATION.reads("select current_user")).containsExactly("latchkey_application");
        assertThat(APPLICATION.reads("select id from client")).isEmpty();
        assertThat(APPLICATION.reads("select id from session")).isEmpty();
        assertThat(APPLICATION.reads("select id from staff_member")).isEmpty();
        assertThat(OWNER.reads("select id from client")).isNotEmpty();
    }

    @SuppressWarnings("unchecked")
    private static List<String> seen(Person caller, String table, String asked) {
        return caller.get("/docs/forgetful/" + table + asked)
                .then()
                .statusCode(200)
                .extract()
                .as(List.class);
    }
}
