package dev.latchkey.files;

import dev.latchkey.kernel.VisibleText;
import java.util.regex.Pattern;

/** What people call a file. It is shown and sent, and never becomes part of a path. */
record FileName(String text) {

    static final int LONGEST = 255;

    /** Of what is looked at: normalising a longer one takes time, and no system knows such a path. */
    private static final int LONGEST_PATH = 4096;

    /** Stands for bytes that were no text. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

    /** A whole path: {@code C:\scans\knee.pdf}, {@code \\server\knee.pdf}, {@code /tmp/knee.pdf}, {@code ../knee.pdf}. */
    private static final Pattern PATH = Pattern.compile("(?:[A-Za-z]:|\\.{1,2})?[/\\\\]");

    private static final Pattern DOTS = Pattern.compile("\\.+");

    /** Refuses slashes rather than to take what follows the last one: of {@code Blood test 12/03/2026.pdf} that would be the year. */
    static FileName parse(String given) {
        if (given.length() > LONGEST_PATH
                || SEPARATOR.matcher(given).find()
                || given.chars().anyMatch(Character::isISOControl)) {
            throw FileReason.FILE_NAME_INVALID.refusal();
        }
        var name = VisibleText.line(given);
        var length = name.codePointCount(0, name.length());
        if (length < 1
                || length > LONGEST
                || DOTS.matcher(name).matches()
                || name.indexOf(REPLACEMENT) >= 0
                || !VisibleText.isLine(name)) {
            throw FileReason.FILE_NAME_INVALID.refusal();
        }
        return new FileName(name);
    }

    /** Takes the last segment of a whole path, for some senders tell where the file is on their machine. */
    static FileName ofPath(String sent) {
        return parse(
                PATH.matcher(sent).lookingAt()
                        ? sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                        : sent);
    }
}
