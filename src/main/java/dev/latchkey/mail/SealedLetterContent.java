package dev.latchkey.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.latchkey.kernel.InstallationSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The content of a letter while it waits: JSON with the name of its kind, sealed. */
@ApplicationScoped
class SealedLetterContent {

    private static final String PURPOSE = "letter";

    private final InstallationSecret secret;
    private final LetterKinds kinds;

    /** One of its own: how we store must not change with how we speak HTTP. */
    private final ObjectMapper json;

    SealedLetterContent(InstallationSecret secret, LetterKinds kinds) {
        this.secret = secret;
        this.kinds = kinds;
        this.json = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .registerSubtypes(kinds.namedTypes())
                .build();
    }

    SealedContent seal(LetterContent content) {
        try {
            var bytes = json.writerFor(LetterContent.class).writeValueAsBytes(content);
            return new SealedContent(kinds.get(content).name(), secret.seal(PURPOSE, bytes));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every content of a letter can be written as JSON", e);
        }
    }

    /** Of a kind that this version does not know, it fails like one that was sealed with another secret. */
    LetterContent open(byte[] sealed) {
        try {
            return json.readValue(secret.unseal(PURPOSE, sealed), LetterContent.class);
        } catch (IOException e) {
            throw new UncheckedIOException("not the content of a letter", e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // is never compared
    record SealedContent(String kind, byte[] content) {}
}
