package dev.latchkey.docs;

/** What an installation says at its root before it leads on. */
public interface Welcome {

    /** As HTML, which the page shows as it stands. Empty if there is nothing to say. */
    String html();
}
