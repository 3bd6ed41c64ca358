package dev.latchkey.clients;

import dev.latchkey.kernel.Refusal;

/** Why the clients' records say no. */
public enum ClientReason implements Refusal.Reason {
    CLIENT_NOT_FOUND(Refusal.Kind.UNKNOWN, "Your clinic has no such client."),
    CLIENT_ARCHIVED(Refusal.Kind.CONFLICT, "This client is archived. Restore the client first."),
    EXTERNAL_ID_TAKEN(Refusal.Kind.CONFLICT, "Another client of the clinic has this externalId.");

    private final Refusal.Kind kind;
    private final String sentence;

    ClientReason(Refusal.Kind kind, String sentence) {
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
