package dev.latchkey.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A type that the contract writes in one way alone, where Jackson and Java would take others too. */
abstract class StrictScalar<T> implements ObjectMapperCustomizer {

    private final Class<T> type;
    private final Pattern written;

    StrictScalar(Class<T> type, Pattern written) {
        this.type = type;
        this.written = written;
    }

    /** Of a text that is written so, and may still be none: there is no 31 November. */
    abstract T parse(String text);

    /** After the framework's own, for the last reader of a type is the one that is asked. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule(getClass().getName()).addDeserializer(type, new Reader()));
    }

    private final class Reader extends StdDeserializer<T> {

        private static final long serialVersionUID = 1;

        Reader() {
            super(type);
        }

        @Override
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = parser.getValueAsString("");
            try {
                if (written.matcher(text).matches()) {
                    return parse(text);
                }
            } catch (DateTimeException none) {
                // Refused below like any other text that is none.
            }
            return type.cast(context.handleWeirdStringValue(type, text, "not as the contract writes it"));
        }
    }
}
