package dev.latchkey.support;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A clinic on the portal, and its owner. */
public record Practice(String slug, Person owner) {

    /** A colleague of the owner's, signed in. */
    public Person staff(String role) {
        var email = Portal.anAddress(role);
        invites(email, role).then().statusCode(201);
        return Portal.staffMemberInvitedAt(email);
    }

    /** By the clinic's owner, with the password that inviting another owner takes. */
    public Response invites(String email, String role) {
        return owner.post(
                "/v1/staff/members",
                Map.of("displayName", "Sam Staff", "email", email, "role", role, "password", Person.PASSWORD));
    }

    /** A client with an address of their own, not signed in. */
    public Person client(String givenName) {
        return client(givenName, Portal.anAddress(givenName.toLowerCase(java.util.Locale.ROOT)));
    }

    public Person client(String givenName, @Nullable String email) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("givenName", givenName);
        body.put("familyName", "Larsen");
        body.put("email", email);
        return Person.client(slug, made("/v1/staff/clients", body), email);
    }

    /** What an appointment refers to: one location, one practitioner, one service. Their ids, under the names of the contract. */
    public Map<String, String> rooms() {
        return Map.of(
                "locationId", made("/v1/staff/locations", Map.of("name", "Harbour", "address", "1 Quay Street")),
                "practitionerId", made("/v1/staff/practitioners", Map.of("displayName", "Dr Park")),
                "serviceId", made("/v1/staff/services", Map.of("name", "Consultation", "durationMinutes", 45)));
    }

    /** A location without an address, by a clock of its own. Its id. */
    public String location(String name, String timeZone) {
        return made("/v1/staff/locations", Map.of("name", name, "timeZone", timeZone));
    }

    private String made(String path, Map<String, ? extends @Nullable Object> body) {
        var answer = owner.post(path, body);
        answer.then().statusCode(201);
        return Answers.text(answer, "/id");
    }
}
