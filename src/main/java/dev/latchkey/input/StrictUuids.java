package dev.latchkey.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an id as RFC 9562 writes it. Jackson also takes 16 bytes in Base64 for one, and Java leaves out leading zeros. */
@Singleton
class StrictUuids implements ObjectMapperCustomizer {

    private static final Pattern ID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    /** After the framework's own, for the last reader of a type is the one that is asked. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(
                new SimpleModule("strict-uuids").addDeserializer(UUID.class, new StrictUuidDeserializer()));
    }

    private static class StrictUuidDeserializer extends StdDeserializer<UUID> {

        StrictUuidDeserializer() {
            super(UUID.class);
        }

        @Override
        public @Nullable UUID deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = parser.getValueAsString("");
            return ID.matcher(text).matches()
                    ? UUID.fromString(text)
                    : (UUID) context.handleWeirdStringValue(UUID.class, text, "no id");
        }
    }
}
