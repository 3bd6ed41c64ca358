package dev.latchkey.loginlinks;

import dev.latchkey.kernel.InstallationSecret;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;

/** Six digits that do what the link does, on the device where it was asked for. They are drawn, not made from the link. */
public record LoginCode(String digits) {

    private static final String PURPOSE = "login-code";
    private static final SecureRandom RANDOM = new SecureRandom();

    static LoginCode random() {
        return new LoginCode("%06d".formatted(RANDOM.nextInt(1_000_000)));
    }

    /** Keyed, for a million plain hashes would be tried in a moment. */
    byte[] hash(UUID requestId, InstallationSecret secret) {
        return secret.keyedHash(PURPOSE, hashed(requestId));
    }

    public List<byte[]> hashes(UUID requestId, InstallationSecret secret) {
        return secret.keyedHashes(PURPOSE, hashed(requestId));
    }

    private String hashed(UUID requestId) {
        return requestId + " " + digits;
    }

    @Override
    public String toString() {
        return "LoginCode[hidden]";
    }
}
