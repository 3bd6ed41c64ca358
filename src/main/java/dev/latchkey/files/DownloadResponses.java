package dev.latchkey.files;

import dev.latchkey.audit.Actor;
import dev.latchkey.http.ETags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** Hands out the bytes of a file, whole or in part; the kernel copies them from disk to network. */
@ApplicationScoped
class DownloadResponses {

    private static final String ACCEPT_RANGES = "Accept-Ranges";
    private static final String CONTENT_RANGE = "Content-Range";
    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    private final Vault vault;
    private final Documents documents;
    private final RecordingDownload recording;
    private final Request request;

    DownloadResponses(Vault vault, Documents documents, RecordingDownload recording, Request request) {
        this.vault = vault;
        this.documents = documents;
        this.recording = recording;
        this.request = request;
    }

    RestResponse<PathPart> respond(Document document, RangeRequest requested, Actor by) {
        var tag = document.contentTag();
        if (requested.ifNoneMatch != null && ETags.matches(requested.ifNoneMatch, tag)) {
            return ResponseBuilder.<PathPart>create(Status.NOT_MODIFIED)
                    .header(HttpHeaders.ETAG, tag)
                    .build();
        }
        var range = knowsRanges() ? requested.part(document) : Optional.<ByteRange>empty();
        var part = range.orElse(new ByteRange(0, document.size()));
        var bytes = bytes(document);
        recording.record(document, by, range.isPresent());
        var answer = ResponseBuilder.create(
                        range.isPresent() ? Status.PARTIAL_CONTENT : Status.OK,
                        new PathPart(bytes, part.first(), part.length()))
                .type(document.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, part.length())
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(document.name()))
                .header(CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'")
                .header(ACCEPT_RANGES, "bytes");
        return range.map(given -> answer.header(CONTENT_RANGE, given.toContentRange(document.size())))
                .orElse(answer)
                .build();
    }

    Path bytes(Document document) {
        return vault.find(document).orElseThrow(() -> whyLost(document));
    }

    /** It is no fault of ours if the file was deleted after its row was read. */
    private RuntimeException whyLost(Document document) {
        return documents.isThere(document.id())
                ? new IllegalStateException("the vault has not the bytes of document " + document.id())
                : FileReason.FILE_NOT_FOUND.refusal();
    }

    /** RFC 9110, 14.2: no method but GET does. */
    private boolean knowsRanges() {
        return request.getMethod().equals("GET");
    }

    /** What a reader wants of a file, and what they already have. */
    record RangeRequest(
            @RestHeader("Range") @Nullable String range,
            @RestHeader("If-Range") @Nullable String ifRange,
            @RestHeader("If-None-Match") @Nullable String ifNoneMatch) {

        /** The rest of another version would be worse than the whole. */
        private Optional<ByteRange> part(Document document) {
            return range == null || (ifRange != null && !ifRange.equals(document.contentTag()))
                    ? Optional.empty()
                    : ByteRange.parse(range, document.size());
        }
    }
}
