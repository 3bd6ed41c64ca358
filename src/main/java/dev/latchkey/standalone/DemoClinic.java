package dev.latchkey.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.standalone.DemoScript.Bill;
import dev.latchkey.standalone.DemoScript.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/** Makes the demo clinic through the API alone, so that it can hold nothing that a real clinic could not. */
final class DemoClinic {

    private static final Duration PATIENCE = Duration.ofSeconds(30); // for a letter
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final DemoScript script = DemoScript.read();
    private final DemoCaller stranger;
    private final DemoCaller owner;
    private final LocalDate today;
    private final Map<String, JsonNode> made = new HashMap<>();

    /** Opens the clinic and takes its owner in. Today is the day on which that was first begun. */
    DemoClinic(DemoCaller stranger) {
        this.stranger = stranger;
        var clinic = stranger.bearing(StandaloneSettings.OPERATOR_KEY).post("/v1/operator/clinics", script.clinic());
        this.today = Instant.parse(clinic.get("createdAt").asText())
                .atZone(ZoneId.of(clinic.get("timeZone").asText()))
                .toLocalDate();
        this.owner = signedIn(script.clinic().at("/owner/email").asText());
    }

    void fill() {
        script.colleagues().forEach(colleague -> owner.post("/v1/staff/members", colleague));
        script.colleagues().forEach(colleague -> signedIn(colleague.get("email").asText()));
        make("/v1/staff/locations", "name", script.locations());
        make("/v1/staff/practitioners", "displayName", script.practitioners());
        make("/v1/staff/services", "name", script.services());
        make("/v1/staff/clients", "givenName", script.clients());
        script.appointments().forEach(this::book);
        script.invoices().forEach(this::invoice);
        script.files()
                .forEach(file ->
                        owner.upload(path(file.client()) + "/files", file.name(), file.content(), file.shared()));
        script.archived().forEach(client -> owner.put(path(client) + "/archival"));
    }

    private DemoCaller signedIn(String email) {
        var credentials = Map.of("email", email, "password", script.password());
        var session = stranger.tryPost("/v1/staff/sessions", credentials).orElseGet(() -> {
            var acceptance = Map.of("token", invitationTo(email), "password", script.password());
            stranger.post("/v1/staff/invitations/acceptance", acceptance);
            return stranger.post("/v1/staff/sessions", credentials);
        });
        return stranger.bearing(session.get("accessToken").asText());
    }

    private static String invitationTo(String email) {
        for (var left = PATIENCE; !left.isNegative(); left = left.minus(PAUSE)) {
            for (var letter : MailboxServer.letters()) {
                if (letter.to().equals(email)) {
                    var link = letter.links().get(0);
                    return link.substring(link.indexOf('#') + 1);
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IllegalStateException("no invitation arrived at " + email);
    }

    private void make(String path, String name, List<JsonNode> bodies) {
        bodies.forEach(body -> made.put(body.get(name).asText(), owner.post(path, body)));
    }

    private JsonNode made(String name) {
        return Objects.requireNonNull(made.get(name), name);
    }

    private String id(String name) {
        return made(name).get("id").asText();
    }

    private String path(String client) {
        return "/v1/staff/clients/" + id(client);
    }

    private void book(Visit visit) {
        var zone = ZoneId.of(made(visit.location()).get("timeZone").asText());
        var appointment = owner.post(
                path(visit.client()) + "/appointments",
                Map.of(
                        "startsAt", visit.startsAt(today, zone).toString(),
                        "durationMinutes", made(visit.service()).get("durationMinutes"),
                        "locationId", id(visit.location()),
                        "practitionerId", id(visit.practitioner()),
                        "serviceId", id(visit.service())));
        var path = "/v1/staff/appointments/" + appointment.get("id").asText();
        switch (visit.then()) {
            case "cancelled" -> owner.post(path + "/cancellation", Map.of("note", "Rang to cancel"));
            case "confirmed" -> owner.patch(path, Map.of("confirmed", true));
            case "arrived", "missed" -> owner.patch(path, Map.of("status", visit.then()));
            default -> {}
        }
    }

    private void invoice(Bill bill) {
        var issuedOn = bill.issuedOn(today);
        var currency = script.clinic().get("currency").asText();
        bill.lines().forEach(line -> price((ObjectNode) line, currency));
        var invoice = owner.post(
                path(bill.client()) + "/invoices",
                Map.of("dueOn", issuedOn.plusDays(bill.due()).toString(), "lines", bill.lines()));
        if (bill.isDraft()) {
            return;
        }
        var path = "/v1/staff/invoices/" + invoice.get("id").asText();
        owner.post(path + "/finalisation", Map.of("issuedOn", issuedOn.toString()));
        for (var payment : bill.payments()) {
            owner.post(
                    path + "/payments",
                    Map.of(
                            "amount", Map.of("amount", payment.amount(), "currency", currency),
                            "method", payment.method(),
                            "paidOn", today.minusDays(payment.paid()).toString()));
        }
        if (bill.voided()) {
            owner.post(path + "/void", Map.of());
        }
    }

    private static void price(ObjectNode line, String currency) {
        var amount = line.get("unitPrice").asText();
        line.putObject("unitPrice").put("amount", amount).put("currency", currency);
    }
}
