package dev.latchkey.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.standalone.DemoScript.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes the demo clinic through the API alone, so that it can hold nothing that a real clinic could not. */
final class DemoClinic {

    private final DemoScript script = DemoScript.read();
    private final DemoStaff staff;
    private final DemoCaller owner;
    private final LocalDate today;
    private final Map<String, JsonNode> made = new HashMap<>();
    private final Map<String, String> examples = new HashMap<>();

    /** Opens the clinic and takes its owner in. Today is the day on which that was first begun. */
    DemoClinic(DemoCaller stranger) {
        this.staff = new DemoStaff(stranger, script.password());
        var clinic = stranger.bearing(StandaloneSettings.OPERATOR_KEY).post("/v1/operator/clinics", script.clinic());
        this.today = Instant.parse(clinic.get("createdAt").asText())
                .atZone(ZoneId.of(clinic.get("timeZone").asText()))
                .toLocalDate();
        this.examples.put("ClinicId", clinic.get("id").asText());
        this.owner = staff.signIn(script.clinic().at("/owner/email").asText());
    }

    /** Tells which of its records a reader of the contract may try, by the parameter that names them. */
    Map<String, String> fill() {
        script.colleagues().forEach(colleague -> example("StaffMemberId", owner.post("/v1/staff/members", colleague)));
        script.colleagues()
                .forEach(colleague -> staff.signIn(colleague.get("email").asText()));
        make("LocationId", "/v1/staff/locations", "name", script.locations());
        make("PractitionerId", "/v1/staff/practitioners", "displayName", script.practitioners());
        make("ServiceId", "/v1/staff/services", "name", script.services());
        make("ClientId", "/v1/staff/clients", "givenName", script.clients());
        script.appointments().forEach(this::book);
        script.invoices().forEach(this::invoice);
        script.files()
                .forEach(file -> example(
                        "FileId",
                        owner.upload(path(file.client()) + "/files", file.name(), file.content(), file.shared())));
        script.archived().forEach(client -> owner.put(path(client) + "/archival"));
        script.loginLinks().forEach(this::askForLoginLink);
        return examples;
    }

    /** Its letter is there when a newcomer looks into the mailbox. */
    private void askForLoginLink(String email) {
        var portal = "/v1/portals/" + script.clinic().get("slug").asText();
        staff.stranger().tryPost(portal + "/login-links", Map.of("email", email));
    }

    private void make(String parameter, String path, String name, List<JsonNode> bodies) {
        bodies.forEach(body -> made.put(body.get(name).asText(), example(parameter, owner.post(path, body))));
    }

    /** The first of its kind. */
    private JsonNode example(String parameter, JsonNode record) {
        examples.putIfAbsent(parameter, record.get("id").asText());
        return record;
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
        example("AppointmentId", appointment);
        var path = "/v1/staff/appointments/" + appointment.get("id").asText();
        switch (visit.then()) {
            case "cancelled" -> owner.post(path + "/cancellation", Map.of("note", "Rang to cancel"));
            case "confirmed" -> owner.patch(path, Map.of("confirmed", true));
            case "arrived", "missed" -> owner.patch(path, Map.of("status", visit.then()));
            default -> {}
        }
    }

    private void invoice(DemoInvoice invoice) {
        var currency = script.clinic().get("currency").asText();
        var draft = owner.post(path(invoice.client()) + "/invoices", invoice.draft(today, currency));
        if (invoice.isDraft()) {
            return;
        }
        example("InvoiceId", draft);
        var path = "/v1/staff/invoices/" + draft.get("id").asText();
        owner.post(
                path + "/finalisation",
                Map.of("issuedOn", invoice.issuedOn(today).toString()));
        for (var payment : invoice.payments()) {
            owner.post(path + "/payments", payment.request(today, currency));
        }
        if (invoice.voided()) {
            owner.post(path + "/void", Map.of());
        }
    }
}
