package dev.latchkey.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a clinic has that a path or a body can name. What a call may use up is made again for each. */
final class Records {

    private static final Duration SOON = Duration.ofHours(2);
    private static final Set<String> OF_OPEN_INVOICES = Set.of("payments", "void");

    private final Practice clinic = Portal.clinic();
    private final Person owner = clinic.owner();
    private final Person mia = clinic.client("Mia").signsIn();
    private final String spentLink = Mailbox.newestTo(mia.email()).fragment();
    private final Map<String, String> rooms = clinic.rooms();

    private @Nullable LinkBatch batch;

    Practice clinic() {
        return clinic;
    }

    /** The client whose records these are, signed in. */
    Person client() {
        return mia;
    }

    String spentLink() {
        return spentLink;
    }

    Map<String, String> rooms() {
        return rooms;
    }

    /** What stands in the place of the variable in the operation's path. */
    String named(ContractOperation operation) {
        var path = operation.path();
        return switch (path.substring(0, path.indexOf("/{"))) {
            case "/v1/portals" -> clinic.slug();
            case "/v1/operator/clinics" -> anotherClinic();
            case "/v1/sessions" -> aSession();
            case "/v1/staff/members" -> ofAMember(path);
            case "/v1/staff/sessions" -> ofTheOwner();
            case "/v1/staff/portal-link/former-slugs" -> aFormerSlug();
            case "/v1/staff/letter-previews" -> "login-link";
            case "/v1/staff/login-link-batches" -> runningBatch().id();
            case "/v1/staff/locations" -> room("locationId");
            case "/v1/staff/practitioners" -> room("practitionerId");
            case "/v1/staff/services" -> room("serviceId");
            case "/v1/staff/clients" ->
                path.endsWith("/email-change")
                        ? whoChangesEmail(operation)
                        : isHardOnTheClient(operation) ? clinic.client("Anna").id() : mia.id();
            case "/v1/appointments", "/v1/staff/appointments" ->
                Visit.booked(owner, mia, rooms, Visit.in(SOON)).id();
            case "/v1/invoices" -> draft().finalised().id();
            case "/v1/staff/invoices" ->
                OF_OPEN_INVOICES.contains(path.substring(path.lastIndexOf('/') + 1))
                        ? draft().finalised().id()
                        : draft().id();
            case "/v1/files", "/v1/staff/files" ->
                id(owner.uploads(mia, "exercises.txt", "Three times a day.".getBytes(UTF_8), true));
            default -> throw new AssertionError("Say here what " + path + " names");
        };
    }

    /** With what a path names of the record that it names first. */
    String whole(String path) {
        if (path.endsWith("/pictures/{kind}")) {
            return pictured(path.replace("{kind}", "logo"));
        }
        return path.endsWith("/{mergeId}") ? path.replace("{mergeId}", mergeAt(path.replace("/{mergeId}", ""))) : path;
    }

    /** There to be seen and to be taken away. */
    private String pictured(String path) {
        var location = room("locationId");
        owner.putsPicture(location, "logo", Pictures.SMALL).then().statusCode(204);
        return path.replace("{id}", location);
    }

    private String mergeAt(String merges) {
        var another = Map.of("mergedId", clinic.client("Lea").id());
        return id(owner.sends("POST", merges, another, Map.of("If-Match", "*")));
    }

    /** An owner of a clinic of its own, where the proof in the call is good for one alone. */
    private String ofAMember(String path) {
        if (path.endsWith("/invitation")) {
            return invited();
        }
        var role = path.endsWith("/suspension") ? "owner" : "receptionist";
        return clinic.staff(role).id();
    }

    /** Who has not come yet. */
    private String invited() {
        return id(clinic.invites(Portal.anAddress("riley"), "receptionist"));
    }

    /** Opened by the owner, and not the one they call with. */
    private String ofTheOwner() {
        return sessionOf(Person.signedInStaff(owner.email()).get("/v1/staff/sessions"), true);
    }

    /** One that redirects. The clinic then goes back to the slug by which the others know it. */
    private String aFormerSlug() {
        var former = "clinic-" + UUID.randomUUID();
        for (var slug : List.of(former, clinic.slug())) {
            owner.post(Api.PORTAL_ROTATIONS, Map.of("slug", slug, "former", "redirect"))
                    .then()
                    .statusCode(201);
        }
        return former;
    }

    /** The one that runs, or another one if it was cancelled. */
    private LinkBatch runningBatch() {
        if (batch == null) {
            stopBatches();
            batch = LinkBatch.running(clinic);
        } else if (!batch.read().path("status").asText().equals("running")) {
            stopBatches();
            batch = LinkBatch.toAll(clinic);
        }
        return batch;
    }

    private void stopBatches() {
        Answers.json(owner.get(Api.LINK_BATCHES + "?limit=1"))
                .path("items")
                .forEach(newest -> new LinkBatch(owner, newest.path("id").asText()).cancel());
    }

    /** One client more, for a batch of a clinic none of whose batches runs. */
    List<String> toBeWrittenTo() {
        stopBatches();
        return List.of(clinic.client("Lea").id());
    }

    /** Who is to confirm one already, unless the call asks them to. */
    private String whoChangesEmail(ContractOperation operation) {
        var anna = clinic.client("Anna");
        if (!operation.takesABody()) {
            owner.asksToConfirm(anna, Portal.anAddress("anna")).then().statusCode(202);
        }
        return anna.id();
    }

    private String room(String member) {
        return Objects.requireNonNull(rooms.get(member));
    }

    private String anotherClinic() {
        var body = Map.of(
                "name", "Harbour Physio",
                "slug", "clinic-" + UUID.randomUUID(),
                "timeZone", "Australia/Sydney",
                "currency", "AUD",
                "owner", Map.of("displayName", "Olivia Owner", "email", Portal.anAddress("owner")));
        return id(Portal.operator().post("/v1/operator/clinics", body));
    }

    /** The one they had before. */
    private String aSession() {
        mia.signsInAgain();
        return sessionOf(mia.get("/v1/sessions"), false);
    }

    private static String sessionOf(Response sessions, boolean current) {
        return Answers.json(sessions)
                .path("items")
                .valueStream()
                .filter(session -> session.path("current").asBoolean() == current)
                .map(session -> session.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    /** Otherwise the next caller would have nothing left to call with. */
    private static boolean isHardOnTheClient(ContractOperation operation) {
        return !Set.of("GET", "POST").contains(operation.method())
                || operation.path().endsWith("/merges") && operation.takesABody();
    }

    private Bill draft() {
        return Bill.draft(owner, mia, "120.50");
    }

    private static String id(Response made) {
        made.then().statusCode(201);
        return Answers.text(made, "/id");
    }
}
