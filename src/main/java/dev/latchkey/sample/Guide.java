package dev.latchkey.sample;

import dev.latchkey.clinics.PortalAddress;
import dev.latchkey.staff.StaffAddress;
import dev.latchkey.standalone.FirstStart;
import dev.latchkey.standalone.MailboxServer;
import dev.latchkey.standalone.Standalone;
import dev.latchkey.standalone.StandaloneSettings;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** What a newcomer to a standalone installation wants to know. The log says it as text, the home page as HTML. */
@Singleton
public class Guide {

    private static final String STAFF_PASSWORD = "nine-gulls-over-the-pier";

    private final Standalone standalone;
    private final PortalAddress portal;
    private final StaffAddress staff;
    private final ApiOrigin origin;

    Guide(Standalone standalone, PortalAddress portal, StaffAddress staff, ApiOrigin origin) {
        this.standalone = standalone;
        this.portal = portal;
        this.staff = staff;
        this.origin = origin;
    }

    public String summary() {
        return "This installation runs standalone, with a database of its own. Nothing in it is real.";
    }

    /** The page that says the same. */
    public String home() {
        return api() + "/";
    }

    public List<Place> places() {
        var always = Stream.of(
                new Place("The pages", api() + "/docs", "the reference, to try out, and all there is to read"),
                new Place("The contract", api() + "/openapi.yaml", "of the API at " + api() + "/v1"),
                new Place("The data", standalone.directory().orElse(""), "delete it to start over"),
                new Place("The operator", "Authorization: Bearer " + StandaloneSettings.OPERATOR_KEY, ""));
        return hasDemo()
                ? Stream.concat(Stream.of(portal(), desk(), mailbox()), always).toList()
                : always.toList();
    }

    /** Its people were invited through the mailbox. Where letters go elsewhere, there are none. */
    public boolean hasDemo() {
        return MailboxServer.isOpen();
    }

    private Place portal() {
        var address = portal.portalUrl().replace("{slug}", FirstStart.DEMO_CLINIC);
        return new Place("The portal", address, "as a client sees it");
    }

    private Place desk() {
        return new Place("The desk", staff.staffUrl(), "as staff see it");
    }

    private Place mailbox() {
        return new Place("The mailbox", api() + "/mailbox", "every letter arrives here, and goes no further");
    }

    public String demo() {
        return "Harbour Physio, slug " + FirstStart.DEMO_CLINIC + "; its staff all have the password " + STAFF_PASSWORD
                + ":";
    }

    public List<Member> members() {
        return List.of(
                new Member("olivia@harbour.example.org", "owner"),
                new Member("amir@harbour.example.org", "practitioner-admin"),
                new Member("grace@harbour.example.org", "practitioner"),
                new Member("maya@harbour.example.org", "practice-manager"),
                new Member("rosa@harbour.example.org", "receptionist"),
                new Member("ken@harbour.example.org", "accountant"));
    }

    public String clients() {
        return "Its clients need none: priya@example.org, jack@example.org, …;"
                + " larsen@example.org is Mia's, Noah's and Ella's.";
    }

    public List<Step> steps() {
        return List.of(
                new Step(
                        "Be a client: follow the link in the letter to samuel@example.org. It works once, for 15 minutes;"
                                + " the page behind it sends another. A program sends what stands behind the #.",
                        mailbox(),
                        List.of(post("/v1/sessions", "{\"token\": \"…\"}"), get("/v1/appointments"))),
                new Step(
                        "Ask for a link yourself, as priya@example.org, and read the letter in the mailbox.",
                        portal(),
                        List.of(post(
                                "/v1/portals/" + FirstStart.DEMO_CLINIC + "/login-links",
                                "{\"email\": \"priya@example.org\"}"))),
                new Step(
                        "Be the receptionist: sign in as rosa@harbour.example.org, and look for a client.",
                        desk(),
                        List.of(
                                post(
                                        "/v1/staff/sessions",
                                        "{\"email\": \"rosa@harbour.example.org\", \"password\": \"" + STAFF_PASSWORD
                                                + "\"}"),
                                get("/v1/staff/clients?q=lars"))));
    }

    private String post(String path, String body) {
        return "curl -X POST " + api() + path + " -H 'Content-Type: application/json' -d '" + body + "'";
    }

    private String get(String path) {
        return "curl '" + api() + path + "' -H 'Authorization: Bearer …'";
    }

    private String api() {
        return origin.get();
    }

    /** Something that is there, and where. */
    public record Place(String name, String address, String note) {

        public boolean isLink() {
            return address.startsWith("http");
        }
    }

    /** One of the demo clinic's staff. */
    public record Member(String email, String role) {}

    /**
     * Something to try.
     *
     * @param place where a person does it
     * @param commands how a program does it
     */
    public record Step(String title, Place place, List<String> commands) {}
}
