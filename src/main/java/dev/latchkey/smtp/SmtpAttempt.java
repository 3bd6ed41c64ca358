package dev.latchkey.smtp;

import dev.latchkey.framework.FailedCommand;
import io.vertx.ext.mail.SMTPException;
import java.util.Optional;

/**
 * How a letter fared, and why.
 *
 * @param reply what the server answered when it refused
 * @param isConversationOver another letter would fare no better now
 */
record SmtpAttempt(Outcome outcome, Optional<SmtpReply> reply, boolean isSignIn, boolean isConversationOver) {

    static final SmtpAttempt TAKEN = withoutReply(Outcome.TAKEN, false);
    static final SmtpAttempt UNANSWERED = withoutReply(Outcome.SERVER_UNREACHABLE, true);
    static final SmtpAttempt UNTRIED = withoutReply(Outcome.UNTRIED, true);

    /** RFC 5321, 3.8: the server is about to hang up. */
    private static final int CLOSING = 421;

    private static SmtpAttempt withoutReply(Outcome outcome, boolean isConversationOver) {
        return new SmtpAttempt(outcome, Optional.empty(), false, isConversationOver);
    }

    static SmtpAttempt of(Throwable failure) {
        if (!(failure instanceof SMTPException refusal)) {
            return UNANSWERED;
        }
        var reply = SmtpReply.parse(String.join("\n", refusal.getReplyMessages()));
        var command = FailedCommand.of(refusal);
        var isOfThisLetter = command == FailedCommand.RECIPIENT || command == FailedCommand.LETTER;
        return new SmtpAttempt(
                outcome(command, reply),
                reply,
                command == FailedCommand.SIGN_IN,
                !isOfThisLetter || refusal.getReplyCode() == CLOSING);
    }

    private static Outcome outcome(FailedCommand command, Optional<SmtpReply> reply) {
        return switch (command) {
            case RECIPIENT ->
                reply.filter(SmtpReply::refusesTheMailbox).isPresent()
                        ? Outcome.RECIPIENT_REFUSED
                        : Outcome.SERVER_REFUSED;
            case LETTER ->
                reply.filter(said -> said.isPermanent() && !said.meansUs()).isPresent()
                        ? Outcome.LETTER_REFUSED
                        : Outcome.SERVER_REFUSED;
            case SIGN_IN, OTHER -> reply.isPresent() ? Outcome.SERVER_REFUSED : Outcome.SERVER_UNREACHABLE;
        };
    }

    boolean refusesUs() {
        return outcome == Outcome.SERVER_REFUSED && isConversationOver;
    }

    /** The same of a letter that the server was not asked about. */
    SmtpAttempt withoutReply() {
        return withoutReply(outcome, isConversationOver);
    }

    boolean isTaken() {
        return outcome == Outcome.TAKEN;
    }
}
