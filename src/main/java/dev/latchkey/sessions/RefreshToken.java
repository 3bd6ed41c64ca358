package dev.latchkey.sessions;

import dev.latchkey.kernel.InstallationSecret;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The token that renews an access token. It is not stored but derived: from the session's seed, how often the session was refreshed
 * before, and the installation's secret. So two tabs that refresh at once get the same successor, and a stolen database holds none.
 */
record RefreshToken(UUID sessionId, int refreshes, byte[] proof) {

    private static final String PURPOSE = "refresh-token";
    private static final int PROOF_BYTES = 32;
    private static final int BYTES = 16 + 4 + PROOF_BYTES;

    static RefreshToken of(UUID sessionId, int refreshes, String seed, InstallationSecret secret) {
        return new RefreshToken(sessionId, refreshes, secret.keyedHash(PURPOSE, proven(seed, refreshes)));
    }

    static Optional<RefreshToken> parse(String opaque) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(opaque));
            if (bytes.remaining() != BYTES) {
                return Optional.empty();
            }
            var sessionId = new UUID(bytes.getLong(), bytes.getLong());
            var refreshes = bytes.getInt();
            var proof = new byte[PROOF_BYTES];
            bytes.get(proof);
            return Optional.of(new RefreshToken(sessionId, refreshes, proof));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean isGenuine(String seed, InstallationSecret secret) {
        return secret.recognises(PURPOSE, proven(seed, refreshes), proof);
    }

    private static String proven(String seed, int refreshes) {
        return seed + " " + refreshes;
    }

    String opaque() {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(sessionId.getMostSignificantBits())
                .putLong(sessionId.getLeastSignificantBits())
                .putInt(refreshes)
                .put(proof);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    @Override
    public String toString() {
        return "RefreshToken[hidden]";
    }
}
