package dev.latchkey.batches;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.latchkey.bounces.AddressFlags;
import dev.latchkey.clients.Addressee;
import dev.latchkey.clients.Client;
import dev.latchkey.clients.PortalUses;
import dev.latchkey.clinics.Clinic;
import dev.latchkey.loginlinks.LoginLinks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Finds out, when the turn of letters has come, for whom they are of no use any more. */
@ApplicationScoped
class LeavingOut {

    private final AddressFlags flags;
    private final PortalUses uses;
    private final LoginLinks links;
    private final Clock clock;

    LeavingOut(AddressFlags flags, PortalUses uses, LoginLinks links, Clock clock) {
        this.flags = flags;
        this.uses = uses;
        this.links = links;
        this.clock = clock;
    }

    /** @param known all of them, locked like their clinic and their batch */
    Map<BatchRecipient, WhyLeftOut> judge(
            Clinic clinic, LoginLinkBatch batch, List<BatchRecipient> waiting, Map<UUID, Client> known) {
        if (!clinic.portal().isOn()) {
            return all(waiting, WhyLeftOut.PORTAL_OFF);
        }
        if (batch.isGivenUp(clock.instant())) {
            return all(waiting, WhyLeftOut.TOO_LATE);
        }
        var meanwhile = lookAround(batch, waiting);
        return waiting.stream()
                .flatMap(recipient ->
                        WhyLeftOut.find(Objects.requireNonNull(known.get(recipient.clientId())), recipient.addressKey())
                                .or(() -> meanwhile.find(recipient))
                                .map(why -> Map.entry(recipient, why))
                                .stream())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<BatchRecipient, WhyLeftOut> all(List<BatchRecipient> waiting, WhyLeftOut why) {
        return waiting.stream().collect(toMap(Function.identity(), recipient -> why));
    }

    private Meanwhile lookAround(LoginLinkBatch batch, List<BatchRecipient> waiting) {
        var clientIds = waiting.stream().map(BatchRecipient::clientId).toList();
        var addressKeys =
                waiting.stream().map(BatchRecipient::addressKey).distinct().toList();
        return new Meanwhile(
                flags
                        .among(addressKeys.stream()
                                .map(key -> new Addressee(batch.clinicId(), key))
                                .toList())
                        .stream()
                        .map(Addressee::addressKey)
                        .collect(toSet()),
                links.findLive(batch.clinicId(), addressKeys, batch.startedAt()),
                uses.findSignedIn(batch.clinicId(), clientIds, batch.startedAt()));
    }

    /** What has happened since the batch was started. */
    private record Meanwhile(Set<String> bounced, Set<String> live, Set<UUID> signedIn) {

        Optional<WhyLeftOut> find(BatchRecipient recipient) {
            if (bounced.contains(recipient.addressKey())) {
                return Optional.of(WhyLeftOut.ADDRESS_BOUNCED);
            }
            if (signedIn.contains(recipient.clientId())) {
                return Optional.of(WhyLeftOut.SIGNED_IN_LATELY);
            }
            return live.contains(recipient.addressKey()) ? Optional.of(WhyLeftOut.LINK_STILL_GOOD) : Optional.empty();
        }
    }
}
