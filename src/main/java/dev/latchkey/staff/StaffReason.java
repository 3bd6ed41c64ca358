package dev.latchkey.staff;

import static dev.latchkey.kernel.Wording.conflict;
import static dev.latchkey.kernel.Wording.forbidden;
import static dev.latchkey.kernel.Wording.unknown;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why the clinic's staff stay as they are. */
public enum StaffReason implements Refusal.Reason {
    MEMBER_SUSPENDED(forbidden("Your clinic has suspended your account. Ask an owner of the clinic.")),
    STAFF_EMAIL_TAKEN(conflict("This e-mail signs in already, here or at another clinic. Use another one.")),
    OWN_MEMBERSHIP(conflict("You cannot do this to yourself. Hand ownership on instead, or ask another owner.")),
    STAFF_MEMBER_INVITED(conflict("This staff member has not accepted the invitation yet. You can only revoke it.")),
    STAFF_MEMBER_INVITED_OTHERWISE(conflict(
            "This e-mail is invited already, with another role. Invite it with the same one, or change the role.")),
    STAFF_MEMBER_SUSPENDED(conflict("This staff member is suspended. Restore them first.")),
    INVITATION_ACCEPTED(conflict("This staff member has accepted the invitation. Suspend them if they are to leave.")),
    STAFF_MEMBER_NOT_FOUND(unknown("Your clinic has no such staff member."));

    private final Wording wording;

    StaffReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
