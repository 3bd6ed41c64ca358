package dev.latchkey.mail;

/** A kind of letter. The feature that sends it has one bean of it, and that alone makes the kind known here. */
public abstract class LetterKind {

    private final String owner;
    private final String name;
    private final Class<? extends LetterContent> content;

    /**
     * @param owner the feature's package, in whose folder the templates stand
     * @param name is stored with the letter, so it must outlive any renaming of the class
     */
    protected LetterKind(String owner, String name, Class<? extends LetterContent> content) {
        this.owner = owner;
        this.name = name;
        this.content = content;
    }

    String name() {
        return name;
    }

    Class<? extends LetterContent> content() {
        return content;
    }

    /** Of text and HTML, without the {@code .txt} and {@code .html} at the end. */
    String template() {
        return owner + "/" + name;
    }
}
