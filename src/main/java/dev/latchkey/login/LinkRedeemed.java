package dev.latchkey.login;

import dev.latchkey.audit.AuditAction;
import java.util.Locale;

/** A login link or its code was redeemed. The trail has one name for it, and tells in its next line what it led to. */
public enum LinkRedeemed implements AuditAction {
    SIGNED_IN,
    PROFILE_CHOICE,
    /** The one profile there is, which answers the clinic's question first. */
    SECOND_QUESTION;

    @Override
    public String storedName() {
        return "LOGIN_LINK_REDEEMED";
    }

    public String outcome() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
