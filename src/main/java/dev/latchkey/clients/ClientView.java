package dev.latchkey.clients;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latchkey.http.ETags;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client as staff see one, with a warning of who else is reached at the same address. The date of birth is shown in no list. */
record ClientView(
        @JsonUnwrapped ClientDetails summary,
        @Nullable LocalDate birthDate,
        @Nullable UUID mergedInto,
        List<Sharing> sharesEmailWith,
        Instant createdAt)
        implements ETags.TaggedAnswer {

    static ClientView of(Client client, List<Client> sharing) {
        return new ClientView(
                ClientDetails.of(client),
                client.birthDate(),
                client.mergedInto(),
                sharing.stream()
                        .map(other -> new Sharing(other.id(), other.displayName(), other.externalId()))
                        .toList(),
                client.createdAt());
    }

    /** Two people of one name at one address, as father and son may be, are told apart by what the clinic calls them. */
    record Sharing(UUID id, String displayName, @Nullable String externalId) {}
}
