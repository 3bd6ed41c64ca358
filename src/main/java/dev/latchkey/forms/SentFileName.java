package dev.latchkey.forms;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.net.BCodec;
import org.apache.commons.codec.net.QCodec;

/**
 * Reads the name of an uploaded file as HTTP libraries write it. A name that can be read in two ways is not read, for half a name
 * would be worse than none.
 */
public final class SentFileName {

    private static final String STANDARD = "filename";
    private static final String EXTENDED = "filename*"; // RFC 8187; RFC 7578 keeps it out of forms, and some send it
    private static final String CONTINUED = "filename*0"; // RFC 2231

    /** An encoded word of e-mail (RFC 2047), or what is left of a broken one. */
    private static final Pattern ENCODED_WORD = Pattern.compile("=\\?[^?]++\\?[BbQq]\\?");

    private static final Pattern WHOLE_WORD = Pattern.compile("=\\?[^?\\s]++\\?([BbQq])\\?[^?\\s]*+\\?=");

    /** It belongs to neither (RFC 2047, 6.2). */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\?=)\\s++(?==\\?)");

    private static final Pattern QUOTE = Pattern.compile("%22");
    private static final Pattern LINE_BREAK = Pattern.compile("%0[DdAa]");

    private SentFileName() {}

    /** Empty, if the part names no file; nothing, if its name cannot be read. */
    public static Optional<String> read(PartDisposition part) {
        if (part.parameters().keySet().stream().anyMatch(name -> name.startsWith(CONTINUED))) {
            return Optional.empty();
        }
        return part.parameter(EXTENDED)
                .map(SentFileName::readExtended)
                .orElseGet(() -> readStandard(part.parameter(STANDARD).orElse("")));
    }

    /** {@code UTF-8''na%C3%AFve.pdf} */
    private static Optional<String> readExtended(String value) {
        var charsetEnd = value.indexOf('\'');
        var languageEnd = value.indexOf('\'', charsetEnd + 1);
        if (charsetEnd < 0 || languageEnd < 0) {
            return Optional.empty();
        }
        return charset(value.substring(0, charsetEnd))
                .flatMap(charset -> percentDecoded(value.substring(languageEnd + 1), charset));
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** What encodes percent signs (Apache HttpClient, aiohttp) encodes blanks and all letters outside of ASCII; browsers do neither. */
    private static Optional<String> readStandard(String value) {
        if (ENCODED_WORD.matcher(value).find()) {
            return wordsDecoded(value);
        }
        return Optional.of(percentDecoded(value, UTF_8)
                .filter(name -> value.indexOf(' ') < 0 || !US_ASCII.newEncoder().canEncode(name))
                .orElseGet(() -> likeBrowsers(value)));
    }

    private static Optional<String> wordsDecoded(String value) {
        var words = WHOLE_WORD.matcher(BETWEEN_WORDS.matcher(value).replaceAll(""));
        var decoded = new StringBuilder();
        try {
            while (words.find()) {
                words.appendReplacement(decoded, Matcher.quoteReplacement(wordDecoded(words.group(), words.group(1))));
            }
        } catch (DecoderException unknown) {
            return Optional.empty();
        }
        return Optional.of(words.appendTail(decoded).toString())
                .filter(name -> !ENCODED_WORD.matcher(name).find());
    }

    private static String wordDecoded(String word, String encoding) throws DecoderException {
        return encoding.equalsIgnoreCase("B") ? new BCodec().decode(word) : new QCodec().decode(word);
    }

    /** They encode what would end the quotes or the line, and nothing else, not even the percent sign (WHATWG HTML, 4.10.21.8). */
    private static String likeBrowsers(String value) {
        return LINE_BREAK.matcher(QUOTE.matcher(value).replaceAll("\"")).replaceAll("\n");
    }

    /** Nothing, if that is not how it was encoded: with letters outside of ASCII, a percent sign that is one, or bytes of no letter. */
    private static Optional<String> percentDecoded(String value, Charset charset) {
        var bytes = new ByteArrayOutputStream();
        for (var at = 0; at < value.length(); at++) {
            var letter = value.charAt(at);
            if (letter > 0x7f || letter == '%' && !isEscape(value, at)) {
                return Optional.empty();
            }
            if (letter == '%') {
                bytes.write(HexFormat.fromHexDigits(value, at + 1, at + 3));
                at += 2;
            } else {
                bytes.write(letter);
            }
        }
        return decoded(bytes.toByteArray(), charset);
    }

    private static boolean isEscape(String value, int percent) {
        return percent + 2 < value.length()
                && HexFormat.isHexDigit(value.charAt(percent + 1))
                && HexFormat.isHexDigit(value.charAt(percent + 2));
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }
}
