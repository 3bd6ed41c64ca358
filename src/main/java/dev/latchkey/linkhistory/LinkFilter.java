package dev.latchkey.linkhistory;

import dev.latchkey.linkhistory.LinkHistory.LoginLinkView;
import dev.latchkey.loginlinks.LoginLink;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which links of a list are shown: the two parameters that lists of links take beside those of every list. */
class LinkFilter {

    private static final String STATES = "queued|sent|failed|superseded|redeemed|expired|revoked";
    private static final String ID = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

    @RestQuery
    @Pattern(regexp = STATES, message = "must be a status of login links")
    @Nullable
    String status;

    // A text, for the framework answers 404 to what it cannot read as an id.
    @RestQuery
    @Pattern(regexp = ID, message = "must be the id of a staff member")
    @Nullable
    String sentBy;

    /** Whose links alone are asked for; null for all. */
    @Nullable
    UUID member() {
        return sentBy == null ? null : UUID.fromString(sentBy);
    }

    boolean takesAll() {
        return status == null && sentBy == null;
    }

    boolean mayTake(LoginLink link) {
        return sentBy == null || UUID.fromString(sentBy).equals(link.sentBy());
    }

    boolean takes(LoginLinkView link) {
        return status == null || status.equals(link.status());
    }
}
