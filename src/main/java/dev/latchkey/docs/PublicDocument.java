package dev.latchkey.docs;

import dev.latchkey.http.ETags;
import dev.latchkey.kernel.Secret;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/**
 * A text that is the same for every caller, so it is compressed once. Of what is personal nothing is compressed: the length of a compressed answer
 * tells what is in it (BREACH).
 */
final class PublicDocument {

    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern SEMICOLON = Pattern.compile(";");
    private static final Pattern REFUSED = Pattern.compile("q=0(?:\\.0{0,3})?");

    private final byte[] plain;
    private final byte[] compressed;
    private final String tag;

    PublicDocument(byte[] bytes) {
        this.plain = bytes;
        this.compressed = compressed(bytes);
        this.tag = HexFormat.of().formatHex(new Secret(new String(bytes, StandardCharsets.UTF_8)).hash(), 0, 16);
    }

    boolean isOf(byte[] bytes) {
        return plain == bytes;
    }

    /** Of bytes, which are not copied. The framework would write a {@code RestResponse<byte[]>} as the text that an array's name is. */
    ResponseBuilder<Object> answer(HttpHeaders request) {
        var gzip = takesGzip(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        var named = '"' + tag + (gzip ? "-gzip\"" : "\"");
        var known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return (known != null && ETags.matches(known, named)
                        ? ResponseBuilder.create(Status.NOT_MODIFIED)
                        : bytes(gzip))
                .header(HttpHeaders.ETAG, named)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }

    private ResponseBuilder<Object> bytes(boolean gzip) {
        return gzip
                ? ResponseBuilder.<Object>ok(compressed).header(HttpHeaders.CONTENT_ENCODING, "gzip")
                : ResponseBuilder.<Object>ok(plain);
    }

    private static byte[] compressed(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static boolean takesGzip(@Nullable String encodings) {
        return encodings != null
                && COMMA.splitAsStream(encodings.toLowerCase(Locale.ROOT)).anyMatch(PublicDocument::isGzip);
    }

    private static boolean isGzip(String encoding) {
        var words = SEMICOLON.splitAsStream(encoding).map(String::strip).toList();
        return words.get(0).equals("gzip")
                && words.stream().noneMatch(word -> REFUSED.matcher(word).matches());
    }
}
