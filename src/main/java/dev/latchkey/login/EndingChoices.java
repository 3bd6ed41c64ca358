package dev.latchkey.login;

import dev.latchkey.clients.ClientPutOut;
import dev.latchkey.portal.PortalSwitchedOff;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Ends the open choices where staff end the sessions of a mailbox, or of all clients: each is one step from a session. */
@ApplicationScoped
class EndingChoices {

    private final ProfileChoices choices;

    EndingChoices(ProfileChoices choices) {
        this.choices = choices;
    }

    void end(@Observes ClientPutOut out) {
        choices.endAllOf(out.clinicId(), out.addressKey());
    }

    void end(@Observes PortalSwitchedOff off) {
        choices.endAllOf(off.clinicId(), off.at());
    }
}
