package dev.latchkey.login;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.clients.Client;
import dev.latchkey.clinics.PortalSettings.SecondQuestion;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.loginlinks.LoginLimits;
import dev.latchkey.loginlinks.LoginLink;
import dev.latchkey.loginlinks.LoginReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Asks the second question of a clinic that has one, and judges the answer by what is on record then. */
@ApplicationScoped
class AskingSecondQuestion {

    private final ProfileChoices choices;
    private final LoginLimits limits;
    private final Audit audit;
    private final Clock clock;

    AskingSecondQuestion(ProfileChoices choices, LoginLimits limits, Audit audit, Clock clock) {
        this.choices = choices;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Returns if the answer is right, or none is asked for. In a transaction that has locked the choice, so that its tries are judged one after the
     * other, and that commits when it refuses too.
     */
    void ask(SecondQuestion question, SecondAnswer answer, Client profile, ProfileChoice choice, LoginLink link) {
        switch (question) {
            case NONE -> {}
            case BIRTH_YEAR -> {
                require(answer.birthYear != null, LoginReason.BIRTH_YEAR_REQUIRED);
                judge(profile.isBornIn(answer.birthYear), profile, choice, link);
            }
            case BIRTH_DATE -> {
                require(answer.birthDate != null, LoginReason.BIRTH_DATE_REQUIRED);
                judge(profile.isBornOn(answer.birthDate), profile, choice, link);
            }
        }
    }

    /** One who was not asked before, because the clinic has just begun to, has not tried. */
    private static void require(boolean isAnswered, LoginReason otherwise) {
        if (!isAnswered) {
            throw otherwise.refusal();
        }
    }

    private void judge(boolean isRight, Client profile, ProfileChoice choice, LoginLink link) {
        limits.spendSecondAnswer(link);
        if (!isRight) {
            throw wrong(profile, choice, link);
        }
        limits.refundSecondAnswer(link);
        choice.recordRightAnswer(clock.instant());
        choices.flush(); // the database looks for it when the session opens
    }

    /** On record before the caller's network is counted, for a mailbox has few answers a day, and the desk looks for each of them. */
    private Refusal wrong(Client profile, ProfileChoice choice, LoginLink link) {
        var triesLeft = choice.recordWrongAnswer(clock.instant());
        var isOver = triesLeft <= 0;
        audit.record(AuditEntry.of(
                        isOver ? LoginAction.SECOND_QUESTION_FAILED : LoginAction.SECOND_ANSWER_WRONG,
                        Actor.visitor(),
                        link.clinicId())
                .client(profile.id())
                .link(link.id()));
        var why =
                limits.countWrongSecret(isOver ? LoginReason.SECOND_QUESTION_FAILED : LoginReason.SECOND_ANSWER_WRONG);
        return isOver ? why.refusal() : why.refusal(triesLeft);
    }

    /** What came with the choice of a profile, be it asked for or not. */
    record SecondAnswer(
            @Nullable LocalDate birthDate, @Nullable Integer birthYear) {

        /** Without what it holds of the person. */
        @Override
        public String toString() {
            return "SecondAnswer";
        }
    }
}
