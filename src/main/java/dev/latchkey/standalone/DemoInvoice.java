package dev.latchkey.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One invoice of the demo clinic, and the requests that make it.
 *
 * @param issued days ago; null for a draft
 * @param due days after it was issued
 * @param voided whether it was taken back
 */
record DemoInvoice(
        String client,
        @Nullable Integer issued,
        int due,
        List<JsonNode> lines,
        List<PartPayment> payments,
        boolean voided) {

    boolean isDraft() {
        return issued == null;
    }

    LocalDate issuedOn(LocalDate today) {
        return today.minusDays(issued == null ? 0 : issued);
    }

    Map<String, Object> draft(LocalDate today, String currency) {
        var priced =
                lines.stream().map(line -> priced(line.deepCopy(), currency)).toList();
        return Map.of("dueOn", issuedOn(today).plusDays(due).toString(), "lines", priced);
    }

    private static ObjectNode priced(ObjectNode line, String currency) {
        var amount = line.get("unitPrice").asText();
        line.putObject("unitPrice").put("amount", amount).put("currency", currency);
        return line;
    }

    /** @param paid days ago */
    record PartPayment(String amount, String method, int paid) {

        Map<String, Object> request(LocalDate today, String currency) {
            return Map.of(
                    "amount", Map.of("amount", amount, "currency", currency),
                    "method", method,
                    "paidOn", today.minusDays(paid).toString());
        }
    }
}
