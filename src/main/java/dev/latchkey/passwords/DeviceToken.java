package dev.latchkey.passwords;

import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.staff.StaffMember;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Shows that a browser was signed in as a member before (OWASP, Slow Down Online Guessing Attacks with Device Cookies). It opens nothing: it
 * gives the browser tries of its own. Nothing of it is stored; the installation's secret recognises it.
 *
 * @param epoch the member's at that time: a browser that was in before a new password was set is a stranger again
 */
public record DeviceToken(UUID memberId, int epoch, long issuedAt, UUID nonce, byte[] proof) {

    static final Duration LIFETIME = Duration.ofDays(365);

    private static final String PURPOSE = "staff-device";
    private static final int PROOF_BYTES = 32;
    private static final int BYTES = 16 + 4 + 8 + 16 + PROOF_BYTES;
    private static final int CHARACTERS = (BYTES * 8 + 5) / 6;

    static DeviceToken issue(StaffMember member, InstallationSecret secret, Instant now) {
        var nonce = UUID.randomUUID();
        var proven = proven(member.id(), member.deviceEpoch(), now.getEpochSecond(), nonce);
        return new DeviceToken(
                member.id(), member.deviceEpoch(), now.getEpochSecond(), nonce, secret.keyedHash(PURPOSE, proven));
    }

    /** Nothing for what is none of ours, or too old: it is no fault to come without. */
    static Optional<DeviceToken> parse(@Nullable String opaque, InstallationSecret secret, Instant now) {
        if (opaque == null || opaque.length() != CHARACTERS) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(opaque));
            var memberId = new UUID(bytes.getLong(), bytes.getLong());
            var epoch = bytes.getInt();
            var issuedAt = bytes.getLong();
            var nonce = new UUID(bytes.getLong(), bytes.getLong());
            var proof = new byte[PROOF_BYTES];
            bytes.get(proof);
            return Optional.of(new DeviceToken(memberId, epoch, issuedAt, nonce, proof))
                    .filter(token -> token.isGenuine(secret) && token.isFresh(now));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isGenuine(InstallationSecret secret) {
        return secret.recognises(PURPOSE, proven(memberId, epoch, issuedAt, nonce), proof);
    }

    private boolean isFresh(Instant now) {
        return now.isBefore(Instant.ofEpochSecond(issuedAt).plus(LIFETIME));
    }

    private static String proven(UUID memberId, int epoch, long issuedAt, UUID nonce) {
        return memberId + " " + epoch + " " + issuedAt + " " + nonce;
    }

    boolean isOf(StaffMember member) {
        return memberId.equals(member.id()) && epoch == member.deviceEpoch();
    }

    public static Optional<DeviceToken> of(StaffMember member, List<DeviceToken> devices) {
        return devices.stream().filter(device -> device.isOf(member)).findFirst();
    }

    String opaque() {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(memberId.getMostSignificantBits())
                .putLong(memberId.getLeastSignificantBits())
                .putInt(epoch)
                .putLong(issuedAt)
                .putLong(nonce.getMostSignificantBits())
                .putLong(nonce.getLeastSignificantBits())
                .put(proof);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    @Override
    public String toString() {
        return "DeviceToken[hidden]";
    }
}
