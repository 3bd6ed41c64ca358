package dev.latchkey.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** What the demo clinic consists of, as {@code standalone/demo-clinic.yaml} tells it: whole requests, or rows that become some. */
record DemoScript(
        String password,
        JsonNode clinic,
        List<JsonNode> colleagues,
        List<JsonNode> locations,
        List<JsonNode> practitioners,
        List<JsonNode> services,
        List<JsonNode> clients,
        List<String> archived,
        List<Visit> appointments,
        List<DemoInvoice> invoices,
        List<Attachment> files,
        List<String> loginLinks) {

    static DemoScript read() {
        try {
            return new YAMLMapper().readValue(resource("demo-clinic.yaml"), DemoScript.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResource("standalone/" + name), name);
    }

    /**
     * One appointment.
     *
     * @param at weeks from now, day of the week, local time: {@code -2 TUESDAY 08:45}
     * @param then what became of it: arrived, missed, confirmed or cancelled, or nothing yet
     */
    record Visit(String client, String at, String location, String practitioner, String service, String then) {

        private static final Pattern BLANK = Pattern.compile(" ");

        Instant startsAt(LocalDate today, ZoneId zone) {
            var words = BLANK.split(at);
            var day = DayOfWeek.valueOf(words[1]);
            return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                    .plusWeeks(Integer.parseInt(words[0]))
                    .with(TemporalAdjusters.nextOrSame(day))
                    .atTime(LocalTime.parse(words[2]))
                    .atZone(zone)
                    .toInstant();
        }
    }

    /** @param bytes the file of that name among {@code standalone/files} */
    record Attachment(String client, String name, String bytes, boolean shared) {

        byte[] content() {
            try (var stream = resource("files/" + bytes).openStream()) {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
