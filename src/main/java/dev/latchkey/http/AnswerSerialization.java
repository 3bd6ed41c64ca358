package dev.latchkey.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** Builds and writes the answer of an act before the act is committed: if the answer fails, the act must not have happened. */
@ApplicationScoped
public class AnswerSerialization {

    private final ObjectMapper json;

    AnswerSerialization(ObjectMapper json) {
        this.json = json;
    }

    /** What an act that begins its transaction itself takes along, to call it before that ends. */
    public <D, A> Function<D, A> beforeCommit(Function<D, A> answer) {
        return done -> {
            if (!QuarkusTransaction.isActive()) {
                throw new IllegalStateException(
                        "the act is committed, and now it is too late to find that it cannot be shown");
            }
            return serialize(answer.apply(done));
        };
    }

    /** It is written once more when it is sent, for filters and headers have their say in between. */
    <A> A serialize(A answer) {
        try {
            json.writeValueAsBytes(answer instanceof RestResponse<?> response ? response.getEntity() : answer);
            return answer;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("an answer cannot be written", e);
        }
    }
}
