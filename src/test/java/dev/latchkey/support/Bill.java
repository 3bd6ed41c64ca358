package dev.latchkey.support;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** An invoice in the hands of a staff member. */
public record Bill(Person staff, String id) {

    /** Far enough ahead for every time zone. */
    public static final String SOME_DAY = LocalDate.now().plusMonths(1).toString();

    /** A draft of one thing without tax, in Australian dollars. */
    public static Bill draft(Person staff, Person client, String price) {
        return draft(staff, client, Map.of("dueOn", SOME_DAY, "lines", List.of(line("1", price, "AUD", "0"))));
    }

    public static Bill draft(Person staff, Person client, Object body) {
        var answer = asks(staff, client, body);
        answer.then().statusCode(201);
        return new Bill(staff, Answers.text(answer, "/id"));
    }

    public static Response asks(Person staff, Person client, Object body) {
        return staff.post(path(client), body);
    }

    public static String path(Person client) {
        return "/v1/staff/clients/" + client.id() + "/invoices";
    }

    public static Map<String, Object> line(String quantity, String price, String currency, String taxRatePercent) {
        return Map.of(
                "description",
                "Consultation",
                "quantity",
                quantity,
                "unitPrice",
                money(price, currency),
                "taxRatePercent",
                taxRatePercent);
    }

    public static Map<String, String> money(String amount, String currency) {
        return Map.of("amount", amount, "currency", currency);
    }

    public String path() {
        return "/v1/staff/invoices/" + id;
    }

    public Response reads() {
        return staff.get(path());
    }

    public Response finalises() {
        return finalises(Map.of());
    }

    public Response finalises(Map<String, ?> body) {
        return staff.post(path() + "/finalisation", body);
    }

    public Bill finalised() {
        finalises().then().statusCode(200);
        return this;
    }

    public Response pays(String amount) {
        return pays(Map.of("amount", money(amount, "AUD"), "method", "card"));
    }

    public Response pays(Map<String, ?> body) {
        return staff.post(path() + "/payments", body);
    }

    public Response paysWithKey(String amount, String key) {
        var payment = Map.of("amount", money(amount, "AUD"), "method", "card");
        return staff.sends("POST", path() + "/payments", payment, Map.of("Idempotency-Key", key));
    }

    public Response voids() {
        return staff.post(path() + "/void");
    }
}
