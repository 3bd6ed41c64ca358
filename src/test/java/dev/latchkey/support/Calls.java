package dev.latchkey.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A well-formed call of every operation: the examples of the contract, with real records of one clinic in the place of made-up ones. */
public final class Calls {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Records records = new Records();
    private final Callers callers = new Callers(records);
    private final Practice clinic = records.clinic();
    private final MailedSecrets links = new MailedSecrets(this::asked);
    private final MailedSecrets invitations = new MailedSecrets(this::invited);
    private final MailedSecrets confirmations = new MailedSecrets(this::confirming);
    private final Map<String, Supplier<?>> real = new HashMap<>();
    private final Map<String, Call> ready = new HashMap<>();

    public Calls() {
        records.rooms().forEach((member, id) -> real.put(member, () -> id));
        real.put("slug", () -> "clinic-" + UUID.randomUUID());
        real.put("email", () -> Portal.anAddress("stranger"));
        real.put("confirmedEmail", () -> records.client().email());
        real.put("profileId", () -> records.client().id());
        real.put("ref", () -> callers.choice().ref());
        real.put("issuedOn", Calls::today);
        real.put("paidOn", Calls::today);
        real.put("dueOn", () -> Bill.SOME_DAY);
        real.put("StaffCredentials.email", () -> clinic.owner().email());
        real.put("LoginLinkRenewal.token", records::spentLink);
        real.put("Redemption.token", links::next);
        // Not theirs: a new password would end the sessions that the other calls are made with.
        real.put("PasswordChange.currentPassword", () -> "another person's horse battery");
        real.put("InvitationAcceptance.token", invitations::next);
        real.put("EmailConfirmation.token", confirmations::next);
        // As it is: else the owners of the first clinic were asked for what they have not.
        real.put("SecuritySettingsChanges.secondFactorFor", () -> "nobody");
        real.put("clientIds", records::toBeWrittenTo);
        real.put("mergedId", () -> clinic.client("Lea").id());
        real.put("memberId", () -> clinic.staff("receptionist").id());
        real.put("Refreshment.refreshToken", () -> refreshToken(redeemed(links.next())));
        real.put("StaffRefreshment.refreshToken", () -> refreshToken(signedIn()));
    }

    public Callers callers() {
        return callers;
    }

    /** The same until it is used up. */
    public Call get(ContractOperation operation) {
        return ready.computeIfAbsent(operation.name(), name -> make(operation));
    }

    /** A call that succeeded has changed something: the next one needs another. */
    public void useUp(Call call, String caller) {
        useUp(call.operation(), caller);
    }

    public void useUp(ContractOperation operation, String caller) {
        ready.remove(operation.name());
        callers.forgetIfGone(caller, operation);
    }

    private Call make(ContractOperation operation) {
        var path = operation.variables() == 0
                ? operation.path()
                : records.whole(operation.path().replaceFirst("\\{[^}]+}", records.named(operation)));
        return new Call(operation, path, etag(operation, path), body(operation));
    }

    private @Nullable String etag(ContractOperation operation, String path) {
        if (operation.path().endsWith("/merges") && operation.takesABody()) {
            return clinic.owner().get(path.replace("/merges", "")).header("ETag");
        }
        if (!operation.method().equals("PATCH")) {
            return null;
        }
        var reader = path.startsWith(Api.OPERATOR) ? Portal.operator() : clinic.owner();
        return reader.get(path).header("ETag");
    }

    private @Nullable Object body(ContractOperation operation) {
        if (operation.takesAMessage()) {
            return operation.example().asText();
        }
        return operation.takesJson()
                ? filled(operation.example(), operation.outline().requestSchema())
                : null;
    }

    private JsonNode filled(JsonNode example, String schema) {
        var body = example.deepCopy();
        body.properties().forEach(member -> {
            var own = real.get(schema + "." + member.getKey());
            var value = own == null ? real.get(member.getKey()) : own;
            if (value != null) {
                ((ObjectNode) body).set(member.getKey(), JSON.valueToTree(value.get()));
            } else if (member.getValue().isObject()) {
                member.setValue(filled(member.getValue(), schema));
            }
        });
        return body;
    }

    private String asked() {
        var client = clinic.client("Lea");
        client.asksForALoginLink().then().statusCode(202);
        return client.email();
    }

    private String invited() {
        var email = Portal.anAddress("riley");
        clinic.owner()
                .post("/v1/staff/members", Map.of("displayName", "Riley", "email", email, "role", "receptionist"))
                .then()
                .statusCode(201);
        return email;
    }

    private String confirming() {
        var email = Portal.anAddress("lea");
        clinic.owner().asksToConfirm(clinic.client("Lea"), email).then().statusCode(202);
        return email;
    }

    private static Response redeemed(String link) {
        return Person.stranger().post("/v1/sessions", Map.of("token", link));
    }

    private Response signedIn() {
        return Person.stranger()
                .post("/v1/staff/sessions", Map.of("email", clinic.owner().email(), "password", Person.PASSWORD));
    }

    private static String refreshToken(Response answer) {
        return RefreshCookie.of(answer).token();
    }

    /** At the clinic, where it is an invoice's day. */
    private static String today() {
        return LocalDate.now(ZoneId.of("Australia/Sydney")).toString();
    }
}
