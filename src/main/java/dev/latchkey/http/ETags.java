package dev.latchkey.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.kernel.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Entity tags (RFC 9110): a reader who has the newest answer gets a 304, and a caller cannot change what they have not seen. */
@ApplicationScoped
public class ETags {

    private static final Pattern COMMA = Pattern.compile(",");
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final int NOT_MODIFIED = 304;

    private final ObjectMapper json;

    ETags(ObjectMapper json) {
        this.json = json;
    }

    /** Lets a change pass only if the caller last saw the resource as it now is. */
    public void require(@Nullable String ifMatch, Object current) {
        if (ifMatch == null) {
            throw WebReason.PRECONDITION_REQUIRED.refusal();
        }
        if (!names(ifMatch, entityTag(current))) {
            throw WebReason.PRECONDITION_FAILED.refusal();
        }
    }

    @ServerResponseFilter
    void tag(ContainerRequestContext request, ContainerResponseContext response) {
        var entity = response.getEntity();
        if (!(entity instanceof TaggedAnswer) || response.getStatus() >= 300) {
            return;
        }
        var tag = entityTag(entity);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        var known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (READING.contains(request.getMethod()) && known != null && matches(known, tag)) {
            response.setStatus(NOT_MODIFIED);
            response.setEntity(null);
        }
    }

    /** Whether If-None-Match names this tag, be it marked as weak on the way (RFC 9110, 13.1.2). */
    public static boolean matches(String ifNoneMatch, String tag) {
        return names(ifNoneMatch, tag) || names(ifNoneMatch, "W/" + tag);
    }

    /** Whether a list of entity tags, or a star, names this one. */
    private static boolean names(String header, String tag) {
        return header.strip().equals("*")
                || COMMA.splitAsStream(header).map(String::strip).anyMatch(tag::equals);
    }

    /** Of an answer that is bytes. */
    public static String of(byte[] content) {
        return ofHash(DigestUtils.sha256(content));
    }

    /** The same, of bytes whose SHA-256 is known. */
    public static String ofHash(byte[] sha256) {
        return entityTag(sha256);
    }

    private static String entityTag(byte[] hash) {
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16)) + '"';
    }

    private String entityTag(Object answer) {
        try {
            return entityTag(new Secret(json.writeValueAsString(answer)).hash());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of ours cannot be written", e);
        }
    }

    /** An answer that is one whole resource, the same wherever it is given, and so has an entity tag. */
    public interface TaggedAnswer {}
}
