package dev.latchkey.standalone;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The demo clinic as its owner sees it. It has something of everything that a portal must be able to show. */
record DemoClinicSeen(Person owner, List<Map<String, Object>> active, List<Map<String, Object>> archived) {

    static DemoClinicSeen by(Person owner) {
        return new DemoClinicSeen(
                owner,
                items(owner, Api.CLIENTS + "?limit=100"),
                items(owner, Api.CLIENTS + "?limit=100&archived=true"));
    }

    void assertWorthLookingAt() {
        assertClientsOfEveryKind();
        assertAppointmentsOnBothSidesOfAChangeOfClocks();
        assertInvoicesOfEveryKind();
        assertThat(ofAll("/files?limit=100")).hasSize(10);
    }

    private void assertClientsOfEveryKind() {
        assertThat(active).hasSize(11);
        assertThat(archived).extracting(client -> client.get("givenName")).containsExactly("Ines");
        assertThat(active)
                .filteredOn(client -> "larsen@example.org".equals(client.get("email")))
                .extracting(client -> client.get("givenName"))
                .containsExactlyInAnyOrder("Mia", "Noah", "Ella");
        assertThat(active)
                .filteredOn(client -> client.get("email") == null)
                .extracting(client -> client.get("givenName"))
                .containsExactly("Walter");
    }

    private void assertAppointmentsOnBothSidesOfAChangeOfClocks() {
        var past = ofAll("/appointments?when=past&limit=100");
        var upcoming = ofAll("/appointments?when=upcoming&limit=100");
        assertThat(past).hasSize(38);
        assertThat(upcoming).hasSize(22);
        for (var half : List.of(past, upcoming)) {
            assertThat(half.stream()
                            .filter(appointment -> "Australia/Sydney".equals(appointment.get("timeZone")))
                            .map(DemoClinicSeen::offset)
                            .collect(toSet()))
                    .containsExactlyInAnyOrder("+10:00", "+11:00");
        }
    }

    private static String offset(Map<String, Object> appointment) {
        var startsAt = Instant.parse(String.valueOf(appointment.get("startsAt")));
        return ZoneId.of("Australia/Sydney").getRules().getOffset(startsAt).getId();
    }

    private void assertInvoicesOfEveryKind() {
        var invoices = ofAll("/invoices?limit=100");
        assertThat(invoices)
                .hasSize(30)
                .allMatch(invoice -> "draft".equals(invoice.get("status"))
                        || String.valueOf(invoice.get("number")).matches("INV-[0-9]{4}"));
        assertThat(invoices.stream().map(invoice -> invoice.get("status")).collect(toSet()))
                .containsExactlyInAnyOrder("draft", "open", "paid", "void");
        assertThat(invoices)
                .anyMatch(invoice -> "open".equals(invoice.get("status"))
                        && amount(invoice, "outstanding").signum() > 0
                        && amount(invoice, "outstanding").compareTo(amount(invoice, "total")) < 0)
                .anyMatch(invoice -> Boolean.TRUE.equals(invoice.get("overdue")));
    }

    private static BigDecimal amount(Map<String, Object> invoice, String member) {
        return invoice.get(member) instanceof Map<?, ?> money
                ? new BigDecimal(String.valueOf(money.get("amount")))
                : BigDecimal.ZERO;
    }

    private List<Map<String, Object>> ofAll(String list) {
        return Stream.concat(active.stream(), archived.stream())
                .flatMap(client -> items(owner, Api.CLIENTS + "/" + client.get("id") + list).stream())
                .toList();
    }

    private static List<Map<String, Object>> items(Person caller, String path) {
        return caller.get(path).then().statusCode(200).extract().path("items");
    }
}
