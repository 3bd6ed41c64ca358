package dev.latchkey.batches;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whom a batch would send a link, and when.
 *
 * @param takes until the last letter's turn
 */
record BatchPlan(List<PlannedRecipient> recipients, Duration takes) {

    int letters() {
        return (int) recipients.stream()
                .filter(recipient -> recipient.turn() != null)
                .count();
    }

    int waiting() {
        return (int)
                recipients.stream().filter(recipient -> recipient.why() == null).count();
    }

    /** How many are left out for each reason. */
    Map<WhyLeftOut, Long> leftOut() {
        return recipients.stream()
                .map(PlannedRecipient::why)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(why -> why, TreeMap::new, Collectors.counting()));
    }

    /**
     * A client of the batch.
     *
     * @param why they are left out, if they are
     * @param turn how long after the start the letter is due; null for one whose mailbox another one's letter goes to
     */
    record PlannedRecipient(
            UUID clientId,
            @Nullable String addressKey,
            @Nullable WhyLeftOut why,
            @Nullable Duration turn) {}
}
