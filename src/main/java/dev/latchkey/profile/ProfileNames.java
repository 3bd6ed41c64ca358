package dev.latchkey.profile;

import static java.util.stream.Collectors.toMap;

import dev.latchkey.clients.Client;
import dev.latchkey.kernel.VisibleText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What people who share a mailbox are called before they have said who they are: {@code Mia L.}, and as much more as tells them apart. No two of them are
 * ever called alike, for a choice between two equal names is none.
 */
public final class ProfileNames {

    private static final Pattern CHARACTER = Pattern.compile("\\X"); // as people count them, with their accents

    private final Map<UUID, String> likenesses;
    private final Map<UUID, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    private ProfileNames(List<Client> sharing) {
        this.likenesses = sharing.stream()
                .collect(toMap(Client::id, client -> VisibleText.likeness(client.givenName() + client.familyName())));
        sharing.forEach(client -> names.put(client.id(), shortName(client).orElseGet(() -> wholeName(client))));
    }

    /** @param sharing in the order they were created, by which those are counted whose whole names are alike */
    public static ProfileNames among(List<Client> sharing) {
        return new ProfileNames(sharing);
    }

    public String get(Client client) {
        return names.getOrDefault(client.id(), client.displayName());
    }

    /** With the shortest beginning of the family name that no other has. */
    private Optional<String> shortName(Client client) {
        var letters = CHARACTER
                .matcher(client.familyName())
                .results()
                .map(MatchResult::group)
                .toList();
        return IntStream.range(1, letters.size())
                .mapToObj(count -> String.join("", letters.subList(0, count)))
                .filter(begun -> isOfNoOther(client, VisibleText.likeness(client.givenName() + begun)))
                .map(begun -> client.givenName() + " " + begun + ".")
                .filter(name -> taken.add(VisibleText.likeness(name)))
                .findFirst();
    }

    private boolean isOfNoOther(Client client, String begun) {
        return likenesses.entrySet().stream()
                .filter(other -> !other.getKey().equals(client.id()))
                .noneMatch(other -> other.getValue().startsWith(begun));
    }

    private String wholeName(Client client) {
        var isShared = likenesses.values().stream()
                        .filter(likeness -> likeness.equals(likenesses.get(client.id())))
                        .count()
                > 1;
        return IntStream.iterate(isShared ? 1 : 0, number -> number + 1)
                .mapToObj(number -> number == 0 ? client.displayName() : client.displayName() + " (" + number + ")")
                .filter(name -> taken.add(VisibleText.likeness(name)))
                .findFirst()
                .orElseThrow();
    }
}
