package dev.latchkey.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.latchkey.kernel.InstallationSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The content of a letter while it waits: JSON, sealed. */
@ApplicationScoped
class SealedLetterContent {

    private static final String PURPOSE = "letter";

    /** One of its own: how we store must not change with how we speak HTTP. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final InstallationSecret secret;

    SealedLetterContent(InstallationSecret secret) {
        this.secret = secret;
    }

    byte[] seal(LetterContent content) {
        try {
            return secret.seal(PURPOSE, JSON.writerFor(LetterContent.class).writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every content of a letter can be written as JSON", e);
        }
    }

    LetterContent open(byte[] sealed) {
        try {
            return JSON.readValue(secret.unseal(PURPOSE, sealed), LetterContent.class);
        } catch (IOException e) {
            throw new UncheckedIOException("not the content of a letter", e);
        }
    }
}
