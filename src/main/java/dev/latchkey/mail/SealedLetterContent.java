package dev.latchkey.mail;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.letterhead.Letterhead;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The content of a letter while it waits: JSON with the name of its kind, sealed. Where a clinic has chosen nothing for its letters, it is written
 * with the clinic's name alone, as the version before wrote and reads it.
 */
@ApplicationScoped
class SealedLetterContent {

    private static final String PURPOSE = "letter";
    private static final String LETTERHEAD = "letterhead";
    private static final String CLINIC_NAME = "clinicName";

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
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS) // instants keep their nanoseconds
                .build();
    }

    SealedContent seal(LetterContent content) {
        try {
            var written = (ObjectNode)
                    json.readTree(json.writerFor(LetterContent.class).writeValueAsBytes(content));
            if (content.letterhead().hasNameAlone()) {
                written.remove(LETTERHEAD);
                written.put(CLINIC_NAME, content.letterhead().name());
            }
            return new SealedContent(kinds.get(content).name(), secret.seal(PURPOSE, json.writeValueAsBytes(written)));
        } catch (IOException e) {
            throw new IllegalStateException("every content of a letter can be written as JSON", e);
        }
    }

    /** Of a kind that this version does not know, it fails like one that was sealed with another secret. */
    LetterContent open(byte[] sealed) {
        try {
            var read = (ObjectNode) json.readTree(secret.unseal(PURPOSE, sealed));
            if (read.remove(CLINIC_NAME) instanceof TextNode name) {
                read.set(LETTERHEAD, json.valueToTree(Letterhead.plain(name.textValue())));
            }
            return json.treeToValue(read, LetterContent.class);
        } catch (IOException e) {
            throw new UncheckedIOException("not the content of a letter", e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // is never compared
    record SealedContent(String kind, byte[] content) {}
}
