package dev.latchkey.files;

import dev.latchkey.kernel.Refusal;

/** Why the files say no. */
enum FileReason implements Refusal.Reason {
    FILE_NOT_FOUND(Refusal.Kind.UNKNOWN, "There is no such file, or it is not shared."),
    FILE_EMPTY(Refusal.Kind.UNPROCESSABLE, "The file has no content. Choose another one."),
    FILE_NAME_INVALID(
            Refusal.Kind.UNPROCESSABLE,
            "A file name is 1 to 255 characters, without control characters. Rename the file."),
    FILE_OF_CLIENT(Refusal.Kind.CONFLICT, "The client's own files are for the clinic to read, not to change.");

    private final Refusal.Kind kind;
    private final String sentence;

    FileReason(Refusal.Kind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
