package dev.latchkey.tokens;

import java.time.Instant;
import org.jose4j.jwk.PublicJsonWebKey;

/** A signing key ready for use, in a node's memory alone. */
record SigningKeyPair(PublicJsonWebKey pair, Instant signsFrom) {

    boolean signsAt(Instant now) {
        return !now.isBefore(signsFrom);
    }

    boolean isNamed(String kid) {
        return pair.getKeyId().equals(kid);
    }

    @Override
    public String toString() {
        return "SigningKeyPair[hidden]";
    }
}
