package dev.latchkey.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

/** What a request got: an answer, or a broken connection. */
record Reply(int status, JsonNode body) {

    static final Reply BROKEN_OFF = new Reply(0, NullNode.getInstance());

    /** The fault lies with the installation alone. */
    boolean isFailure() {
        return status == 0 || status >= 500;
    }

    String kind() {
        return status == 0
                ? "broken off"
                : status + " " + body.path("code").asText(body.path("title").asText("-"));
    }

    String text(int expected, String member) {
        if (status != expected) {
            throw new AssertionError(status + " instead of " + expected + ": " + kind());
        }
        return body.path(member).asText();
    }
}
