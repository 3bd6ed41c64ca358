package dev.latchkey.secondfactor;

import dev.latchkey.http.Confidential;
import java.util.List;

/** The codes for the day the app is lost. They are shown this once. */
record RecoveryCodesView(List<String> recoveryCodes) implements Confidential {

    static RecoveryCodesView of(List<RecoveryCode> codes) {
        return new RecoveryCodesView(codes.stream().map(RecoveryCode::shown).toList());
    }
}
