package dev.latchkey.batches;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;

import dev.latchkey.batches.BatchRecipients.ItsBatch;
import dev.latchkey.framework.DatabaseTrouble;
import dev.latchkey.jobs.Queue;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.mail.Letters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Works off the letters of batches whose turn has come. */
@ApplicationScoped
class SendingBatch implements Queue {

    private static final Logger LOG = Logger.getLogger(SendingBatch.class);

    /** The mail server has had time enough by then. */
    private static final Duration BEHIND = Duration.ofMinutes(1);

    private final BatchRecipients recipients;
    private final TakingTurn turn;
    private final Letters letters;
    private final Clock clock;

    SendingBatch(BatchRecipients recipients, TakingTurn turn, Letters letters, Clock clock) {
        this.recipients = recipients;
        this.turn = turn;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public String table() {
        return "login_link_batch_recipient";
    }

    @Override
    public int batchSize() {
        return 50;
    }

    /** Nothing while letters pile up: a link that is minted would be over before its letter leaves. */
    @Override
    public Rest work(List<UUID> ids) {
        if (letters.isBehind(clock.instant().minus(BEHIND))) {
            return Rest.failed(ids);
        }
        var failed = new ArrayList<UUID>();
        requiringNew()
                .call(() -> recipients.groupByBatch(ids))
                .forEach((batch, its) -> failed.addAll(sendAsManyAsMay(batch, its)));
        return Rest.failed(failed);
    }

    /** Which of them are to be tried again. One that fails, or that there is no room for yet, keeps no other from being sent. */
    private List<UUID> sendAsManyAsMay(ItsBatch batch, List<UUID> ids) {
        try {
            requiringNew().run(() -> turn.take(batch, ids));
            return List.of();
        } catch (RuntimeException e) {
            if (DatabaseTrouble.behind(e).isPresent() || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            if (ids.size() > 1) {
                return sendInHalves(batch, ids);
            }
            if (!isForWantOfRoom(e)) {
                LOG.errorf(e, "a letter of batch %s failed and is tried again", batch.id());
            }
            return ids;
        }
    }

    private List<UUID> sendInHalves(ItsBatch batch, List<UUID> ids) {
        var half = ids.size() / 2;
        var failed = new ArrayList<>(sendAsManyAsMay(batch, ids.subList(0, half)));
        failed.addAll(sendAsManyAsMay(batch, ids.subList(half, ids.size())));
        return failed;
    }

    /** In the limits of the clinic or the installation, or of a mailbox. */
    private static boolean isForWantOfRoom(RuntimeException e) {
        return e instanceof Refusal refused && refused.reason().kind() == Refusal.Kind.TOO_MANY;
    }
}
