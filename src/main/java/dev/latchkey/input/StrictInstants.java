package dev.latchkey.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a moment as RFC 3339 writes it (date-time), of any offset. Seconds since 1970, which Jackson takes too, are none. */
@Singleton
class StrictInstants implements ObjectMapperCustomizer {

    private static final Pattern DATE_TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9:]{8}([.][0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})");

    /** After the framework's own, for the last reader of a type is the one that is asked. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(
                new SimpleModule("strict-instants").addDeserializer(Instant.class, new StrictInstantDeserializer()));
    }

    private static class StrictInstantDeserializer extends StdDeserializer<Instant> {

        StrictInstantDeserializer() {
            super(Instant.class);
        }

        @Override
        public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = parser.getValueAsString("");
            try {
                if (DATE_TIME.matcher(text).matches()) {
                    return OffsetDateTime.parse(text).toInstant();
                }
            } catch (DateTimeException e) {
                // Refused below like any other text that is no moment.
            }
            return (Instant) context.handleWeirdStringValue(Instant.class, text, "no moment");
        }
    }
}
