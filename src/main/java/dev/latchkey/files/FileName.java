package dev.latchkey.files;

import dev.latchkey.kernel.VisibleText;
import java.util.regex.Pattern;

/** What people call a file. It is shown and sent, and never becomes part of a path. */
record FileName(String text) {

    static final int LONGEST = 255;

    /** Of what is looked at: normalising a longer one takes time, and no system knows such a path. */
    private static final int LONGEST_PATH = 4096;

    private static final Pattern DOTS = Pattern.compile("\\.+");

    /** Takes the last segment of what was sent, for some senders tell the whole path on their machine. */
    static FileName parse(String sent) {
        if (sent.length() > LONGEST_PATH) {
            throw FileReason.FILE_NAME_INVALID.refusal();
        }
        var last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        var name = VisibleText.line(last);
        var length = name.codePointCount(0, name.length());
        if (length < 1 || length > LONGEST || DOTS.matcher(name).matches() || !VisibleText.isLine(name)) {
            throw FileReason.FILE_NAME_INVALID.refusal();
        }
        return new FileName(name);
    }
}
