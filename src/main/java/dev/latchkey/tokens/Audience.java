package dev.latchkey.tokens;

import static java.util.stream.Collectors.toSet;

import java.util.Arrays;
import java.util.Set;

/** Whom an access token is for; a client's opens nothing of the staff's, and the other way round. */
public enum Audience {
    CLIENT("latchkey-client"),
    STAFF("latchkey-staff");

    private final String claim;

    Audience(String claim) {
        this.claim = claim;
    }

    String claim() {
        return claim;
    }

    static Set<String> claims() {
        return Arrays.stream(values()).map(Audience::claim).collect(toSet());
    }

    static Audience of(String claim) {
        return Arrays.stream(values())
                .filter(audience -> audience.claim.equals(claim))
                .findFirst()
                .orElseThrow(TokenReason.TOKEN_INVALID::refusal);
    }
}
