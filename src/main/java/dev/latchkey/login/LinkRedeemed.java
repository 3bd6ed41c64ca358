package dev.latchkey.login;

import java.util.Locale;

/** What a login link or its code has led to. Fired in the transaction that spends it. */
public enum LinkRedeemed {
    SIGNED_IN,
    PROFILE_CHOICE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
