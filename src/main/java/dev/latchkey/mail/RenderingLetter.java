package dev.latchkey.mail;

import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes subject, plain text and HTML of what a letter says, in its language. */
@ApplicationScoped
public class RenderingLetter {

    /** RFC 5322, 2.1.1, less a mark of quotation when it is answered. */
    private static final int LONGEST_LINE = 76;

    private final Engine templates;
    private final LetterKinds kinds;

    RenderingLetter(Engine templates, LetterKinds kinds) {
        this.templates = templates;
        this.kinds = kinds;
    }

    public LetterText render(LetterContent content) {
        return new LetterText(content.subject(), wrap(fill(content, ".txt")), fill(content, ".html"));
    }

    private String fill(LetterContent content, String suffix) {
        return templates
                .getTemplate(kinds.get(content).template() + suffix)
                .instance()
                .setLocale(content.letterhead().language().locale())
                .data("letter", content)
                .render();
    }

    /** Where there is a blank: addresses stay whole. */
    private static String wrap(String text) {
        return text.lines().flatMap(line -> wrapped(line).stream()).collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> wrapped(String line) {
        var lines = new ArrayList<String>();
        var rest = line;
        while (rest.length() > LONGEST_LINE) {
            var blank = rest.lastIndexOf(' ', LONGEST_LINE);
            var end = blank > 0 ? blank : rest.indexOf(' ', LONGEST_LINE);
            if (end < 0) {
                break;
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end + 1);
        }
        lines.add(rest);
        return lines;
    }

    /** A letter as it is read. */
    public record LetterText(String subject, String text, String html) {}
}
