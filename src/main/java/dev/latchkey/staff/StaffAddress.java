package dev.latchkey.staff;

import dev.latchkey.kernel.Secret;
import io.smallrye.config.ConfigMapping;

/** Where the staff's pages are. */
@ConfigMapping(prefix = "latchkey")
public interface StaffAddress {

    /** The staff app's address: {@code https://staff.example.com}. */
    String staffUrl();

    /** The token stands in the fragment, which no server and no log on the way gets to see. */
    default String ofInvitation(Secret token) {
        return staffUrl() + "/invitation#" + token.value();
    }

    default String ofReset(Secret token) {
        return staffUrl() + "/password-reset#" + token.value();
    }
}
