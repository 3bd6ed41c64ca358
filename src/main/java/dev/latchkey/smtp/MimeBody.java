package dev.latchkey.smtp;

import io.vertx.ext.mail.mailencoder.Utils;
import java.util.regex.Pattern;

/** What a letter says, as a body has it (RFC 2045): in ASCII, and in lines of bounded length. */
public final class MimeBody {

    private static final Pattern PRINTABLE_LINES = Pattern.compile("[\\x20-\\x7e\\t\\n]*");
    private static final int LONGEST_LINE = 998; // RFC 5322, 2.1.1

    private MimeBody() {}

    /** The same in plain text and HTML, the best one last (RFC 2046, 5.1.4). */
    public static String alternative(String boundary, String text, String html) {
        return "--" + boundary + '\n' + part("plain", text) + "\n--" + boundary + '\n' + part("html", html) + "\n--"
                + boundary + "--\n";
    }

    private static String part(String subtype, String content) {
        var text = content.replace("\r\n", "\n").replace('\r', '\n');
        var isPlain =
                PRINTABLE_LINES.matcher(text).matches() && text.lines().allMatch(line -> line.length() <= LONGEST_LINE);
        return "Content-Type: text/" + subtype + "; charset=UTF-8\nContent-Transfer-Encoding: "
                + (isPlain ? "7bit\n\n" + text : "quoted-printable\n\n" + Utils.encodeQP(text));
    }
}
