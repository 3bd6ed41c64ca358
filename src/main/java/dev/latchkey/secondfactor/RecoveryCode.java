package dev.latchkey.secondfactor;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Stands in once for a code of the app, when the device is lost: 50 random bits, in letters and digits that are not mistaken for each other. */
record RecoveryCode(String letters) {

    static final int HOW_MANY = 10;

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's Base32
    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    static List<RecoveryCode> sheet() {
        return Stream.generate(RecoveryCode::random).limit(HOW_MANY).toList();
    }

    private static RecoveryCode random() {
        var letters = new StringBuilder();
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(n -> letters.append(ALPHABET.charAt(n)));
        return new RecoveryCode(letters.toString());
    }

    /** However they wrote it down: who reads an o, an i or an l means the digit that looks like it (Crockford). */
    static RecoveryCode typed(String text) {
        return new RecoveryCode(text.toLowerCase(Locale.ROOT)
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1'));
    }

    /**
     * Keyed, for a thief of the database could try all 50 bits; and with what is re-encrypted when the installation's secret is
     * changed, for a sheet lies in a drawer for years.
     */
    byte[] hash(TotpKey key) {
        return key.keyedHash(letters);
    }

    String shown() {
        return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
    }

    @Override
    public String toString() {
        return "RecoveryCode[hidden]";
    }
}
