package dev.latchkey.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.regex.Pattern;

/** The header by which a file is offered under its name (RFC 6266): in UTF-8 (RFC 8187), and once more for programs that read only ASCII. */
final class ContentDisposition {

    private static final Pattern UNSAFE_IN_ASCII =
            Pattern.compile("[^ !#$&-\\[\\]-~]"); // beside others than ASCII: " % \\

    private ContentDisposition() {}

    static String attachment(String name) {
        var ascii = UNSAFE_IN_ASCII.matcher(name).replaceAll("_");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + percentEncoded(name);
    }

    /** A form writes a blank as a plus and leaves the star, and this header knows neither. */
    private static String percentEncoded(String name) {
        return URLEncoder.encode(name, UTF_8).replace("+", "%20").replace("*", "%2A");
    }
}
