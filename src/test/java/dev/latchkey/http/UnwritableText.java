package dev.latchkey.http;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** One text in the tests' database that no answer can be written with. */
@Singleton
class UnwritableText implements ObjectMapperCustomizer {

    static final String TEXT = "A text that cannot be written";

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("unwritable").addSerializer(String.class, new Refusing()));
    }

    private static class Refusing extends StdScalarSerializer<String> {

        private static final long serialVersionUID = 1L;

        Refusing() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (text.equals(TEXT)) {
                throw new JsonGenerationException("a text that cannot be written", json);
            }
            json.writeString(text);
        }
    }
}
