package dev.latchkey.login;

import dev.latchkey.clients.ClientPutOut;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Ends the open choices of a mailbox whose sessions staff end: each is one step from a session. */
@ApplicationScoped
class EndingChoices {

    private final ProfileChoices choices;

    EndingChoices(ProfileChoices choices) {
        this.choices = choices;
    }

    void end(@Observes ClientPutOut out) {
        choices.endAllOf(out.clinicId(), out.addressKey());
    }
}
