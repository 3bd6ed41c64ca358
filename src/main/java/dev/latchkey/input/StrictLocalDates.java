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
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads a date as RFC 3339 writes it (full-date). Java would also take other forms, with years that PostgreSQL does not hold. */
@Singleton
class StrictLocalDates implements ObjectMapperCustomizer {

    private static final int LENGTH = "2026-12-04".length();

    /** After the framework's own, for the last reader of a type is the one that is asked. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("strict-local-dates")
                .addDeserializer(LocalDate.class, new StrictLocalDateDeserializer()));
    }

    private static class StrictLocalDateDeserializer extends StdDeserializer<LocalDate> {

        StrictLocalDateDeserializer() {
            super(LocalDate.class);
        }

        @Override
        public @Nullable LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = parser.getValueAsString("");
            try {
                if (text.length() == LENGTH) {
                    return LocalDate.parse(text);
                }
            } catch (DateTimeException e) {
                // Refused below like any other text that is no date.
            }
            return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "no date");
        }
    }
}
