package dev.latchkey.batches;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.batches.BatchPlan.PlannedRecipient;
import dev.latchkey.bounces.AddressFlags;
import dev.latchkey.clients.Addressee;
import dev.latchkey.clients.PortalUses;
import dev.latchkey.clients.PortalUses.Invitee;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.input.InvalidRequest;
import dev.latchkey.loginlinks.LoginReason;
import dev.latchkey.mail.QueueingLetters;
import dev.latchkey.mail.QueueingLetters.BulkPace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out whom a batch would reach, by one letter for each mailbox. */
@ApplicationScoped
class PlanningBatch {

    private static final int MOST_CLIENTS = LoginLinkBatchOrder.MOST_CLIENTS;

    private final PortalUses uses;
    private final AddressFlags flags;
    private final Clinics clinics;
    private final QueueingLetters letters;
    private final Clock clock;

    PlanningBatch(PortalUses uses, AddressFlags flags, Clinics clinics, QueueingLetters letters, Clock clock) {
        this.uses = uses;
        this.flags = flags;
        this.clinics = clinics;
        this.letters = letters;
        this.clock = clock;
    }

    BatchPlan plan(StaffCaller caller, LoginLinkBatchOrder order) {
        if (!clinics.get(caller.clinicId()).portal().isOn()) {
            throw LoginReason.PORTAL_OFF.refusal();
        }
        var lately = clock.instant().minus(Duration.ofDays(order.daysSinceSignIn()));
        var invitees = find(caller, order);
        return plan(invitees, findBounced(caller, invitees), lately, letters.findBulkPace(caller.clinicId()));
    }

    private Set<String> findBounced(StaffCaller caller, List<Invitee> invitees) {
        var addresses = invitees.stream()
                .map(Invitee::addressKey)
                .filter(Objects::nonNull)
                .distinct()
                .map(key -> new Addressee(caller.clinicId(), key))
                .toList();
        return flags.among(addresses).stream().map(Addressee::addressKey).collect(Collectors.toSet());
    }

    private List<Invitee> find(StaffCaller caller, LoginLinkBatchOrder order) {
        var filter = order.filter;
        var ids = order.clientIds;
        if ((filter == null) == (ids == null)) {
            throw new InvalidRequest("/clientIds", "invalid", "Send either clientIds or a filter.");
        }
        if (filter != null) {
            return filter.atMost == null
                    ? inOneBatch(uses.findActiveInvitees(caller, filter.portal, MOST_CLIENTS + 1))
                    : uses.findActiveInvitees(caller, filter.portal, filter.atMost);
        }
        return uses.getInvitees(caller, Objects.requireNonNull(ids));
    }

    private static List<Invitee> inOneBatch(List<Invitee> found) {
        if (found.size() > MOST_CLIENTS) {
            throw BatchReason.BATCH_TOO_LARGE.refusal();
        }
        return found;
    }

    private static BatchPlan plan(List<Invitee> invitees, Set<String> bounced, Instant lately, BulkPace pace) {
        var mailboxes = new HashSet<String>();
        var planned = new ArrayList<PlannedRecipient>();
        for (var invitee : invitees) {
            var why = WhyLeftOut.find(invitee, bounced, lately).orElse(null);
            var place = mailboxes.size();
            var turn = why == null && mailboxes.add(String.valueOf(invitee.addressKey())) ? pace.waitOf(place) : null;
            planned.add(new PlannedRecipient(invitee.clientId(), invitee.addressKey(), why, turn));
        }
        return new BatchPlan(planned, pace.waitOf(Math.max(0, mailboxes.size() - 1)));
    }
}
