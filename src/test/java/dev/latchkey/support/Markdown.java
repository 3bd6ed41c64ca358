package dev.latchkey.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.ext.heading.anchor.IdGenerator;

/** A page as it lies on disk. */
public record Markdown(Path file, String text) {

    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```(\\w*)\\n(.*?)^ *```$");
    private static final Pattern SECTION = Pattern.compile("(?m)^## (.+)$");
    private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\(([^)\\s]+)\\)");
    private static final Pattern STEP = Pattern.compile("(?m)^[0-9]+\\. (?:.+(?:\\n {3,}.+)*)");

    public static Markdown read(Path file) {
        try {
            return new Markdown(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The titles of its sections. */
    public List<String> sections() {
        return SECTION.matcher(prose()).results().map(title -> title.group(1)).toList();
    }

    /** What stands under that title. */
    public Markdown section(String title) {
        var parts = ("\n" + text).split("\n## ");
        return Stream.of(parts)
                .filter(part -> part.startsWith(title + "\n"))
                .map(part -> new Markdown(file, part))
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " has no section " + title));
    }

    /** Before the first section. */
    public Markdown beginning() {
        return new Markdown(file, text.split("\n## ", 2)[0]);
    }

    /** Where each link leads, in their order. */
    public List<Link> links() {
        return LINK.matcher(prose())
                .results()
                .map(link -> new Link(link.group(1), link.group(2)))
                .toList();
    }

    /** The numbered ones. */
    public List<Markdown> steps() {
        return STEP.matcher(text)
                .results()
                .map(step -> new Markdown(file, step.group()))
                .toList();
    }

    /** What a reader is to type into a shell, block by block. */
    public List<String> commands() {
        return blocks("sh");
    }

    /** What is fenced off in that language. */
    public List<String> blocks(String language) {
        return FENCED.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map((MatchResult block) -> block.group(2))
                .toList();
    }

    /** Whether that link of this page leads to something. */
    public boolean leadsSomewhere(Link link) {
        if (link.target().matches("https?://.*")) {
            return true;
        }
        var parts = link.target().split("#", 2);
        var there = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
        return Files.exists(there) && (parts.length == 1 || read(there).hasAnchor(parts[1]));
    }

    /** As GitHub and our own pages make them of titles. */
    private boolean hasAnchor(String fragment) {
        return sections().stream().map(Markdown::anchor).anyMatch(fragment::equals);
    }

    public static String anchor(String title) {
        return IdGenerator.builder().build().generateId(title);
    }

    private String prose() {
        return FENCED.matcher(text).replaceAll("");
    }

    public record Link(String text, String target) {}
}
