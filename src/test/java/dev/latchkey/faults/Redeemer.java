package dev.latchkey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Reads what the mail server has got and follows the links, some of them twice. */
final class Redeemer implements Load.Role {

    private final Caller caller;
    private final Promises promises;
    private final PostOffice mail;
    private final Random chance;
    private int read;
    private volatile @Nullable String newest;

    Redeemer(Caller caller, Promises promises, PostOffice mail, Random chance) {
        this.caller = caller;
        this.promises = promises;
        this.mail = mail;
        this.chance = chance;
        this.read = mail.delivered().size();
    }

    @Override
    public void act() throws Exception {
        if (read < mail.delivered().size()) {
            var secret = mail.delivered().get(read++).letter().secret();
            follow(secret);
            if (chance.nextInt(5) == 0) {
                follow(secret);
            }
        }
    }

    /** An answer that was lost may have opened a session all the same; then the link is used when it is followed again. */
    private void follow(String secret) throws Exception {
        var answer = caller.untilAnswered(() -> caller.post(Api.SESSIONS, Map.of("token", secret), null, null));
        if (answer.status() == 201) {
            var token = answer.text(201, "accessToken");
            newest = token;
            promises.session(secret, Token.claims(token).path("sid").asText());
        } else {
            assertThat(answer.kind()).isIn("401 login-link-used", "401 login-link-superseded");
        }
    }

    /** The access token of a client who has come in. */
    @Nullable
    String newest() {
        return newest;
    }
}
