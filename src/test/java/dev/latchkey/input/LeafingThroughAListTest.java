package dev.latchkey.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.support.Api;
import dev.latchkey.support.Bill;
import dev.latchkey.support.Contract;
import dev.latchkey.support.LinkBatch;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Visit;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every list of the contract, with one more in it than a page shows. */
@QuarkusTest
class LeafingThroughAListTest {

    private static final int PAGE = 20;
    private static final Pattern NEXT = Pattern.compile("<(/[^>]+)>; rel=\"next\"");

    private final Practice clinic = Portal.clinic();
    private final Person owner = clinic.owner();
    private final Person mia = clinic.client("Mia").signsIn();

    @TestFactory
    Stream<DynamicTest> shows_twenty_and_leads_to_the_rest() {
        var rooms = clinic.rooms();
        for (var n = 0; n <= PAGE; n++) {
            merge(clinic.client("Mia"));
        }
        mia.signsInAgain(); // whom a merge signs out
        for (var n = 0; n <= PAGE; n++) {
            setUp("Number " + n);
            see(rooms, n);
        }
        var batch = LinkBatch.started(owner, Map.of("filter", Map.of(), "signedInWithinDays", 0));
        return Contract.read().lists().map(list -> dynamicTest(list, () -> leafThrough(list, batch)));
    }

    private void setUp(String name) {
        var clinicBody = Map.of(
                "name",
                name,
                "slug",
                "clinic-" + UUID.randomUUID(),
                "timeZone",
                "Europe/Berlin",
                "currency",
                "EUR",
                "owner",
                Map.of("displayName", name, "email", Portal.anAddress("owner")));
        made(Portal.operator().post(Api.CLINICS, clinicBody));
        var colleague = Map.of("displayName", name, "email", Portal.anAddress("staff"), "role", "receptionist");
        made(owner.post(Api.MEMBERS, colleague));
        made(owner.post(Api.LOCATIONS, Map.of("name", name)));
        made(owner.post(Api.PRACTITIONERS, Map.of("displayName", name)));
        made(owner.post(Api.SERVICES, Map.of("name", name, "durationMinutes", 45)));
        LinkBatch.toEach(clinic, clinic.client("Noah")).cancel().then().statusCode(200);
        Person.signedInStaff(owner.email());
        mia.follows("no link of ours").then().statusCode(401);
    }

    private void merge(Person another) {
        var record = Api.CLIENTS + "/" + mia.id();
        var seen = Map.of("If-Match", owner.get(record).header("ETag"));
        made(owner.sends("POST", record + "/merges", Map.of("mergedId", another.id()), seen));
    }

    private void see(Map<String, String> rooms, int day) {
        Visit.booked(owner, mia, rooms, Visit.in(Duration.ofDays(day + 1)));
        Bill.draft(owner, mia, "1.00").finalised();
        made(owner.uploads(mia, "note.txt", new byte[] {'a'}, true));
        var before = Mailbox.lettersTo(mia.email()).size();
        owner.sendsLoginLinkTo(mia, mia.email()).then().statusCode(202);
        mia.follows(Mailbox.lettersTo(mia.email(), before + 1).get(0).fragment())
                .then()
                .statusCode(201);
    }

    private static void made(Response answer) {
        answer.then().statusCode(201);
    }

    private void leafThrough(String list, LinkBatch batch) {
        var reader = list.startsWith(Api.OPERATOR + "/")
                ? Portal.operator()
                : list.startsWith(Api.STAFF + "/") ? owner : mia;

        var first = reader.get(list.replace("{id}", mia.id()).replace("{batchId}", batch.id()));

        first.then().statusCode(200);
        assertThat(ids(first)).hasSize(PAGE).doesNotHaveDuplicates();
        assertThat(first.<String>path("nextCursor")).isNotNull();
        var next = NEXT.matcher(first.header("Link"));
        assertThat(next.matches()).isTrue();
        var second = reader.get(next.group(1));
        second.then().statusCode(200);
        assertThat(ids(second)).isNotEmpty().doesNotContainAnyElementsOf(ids(first));
    }

    private static List<String> ids(Response page) {
        var ids = page.<List<String>>path("items.id");
        return ids.contains(null) ? page.path("items.clientId") : ids;
    }
}
