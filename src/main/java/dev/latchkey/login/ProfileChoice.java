package dev.latchkey.login;

import dev.latchkey.clients.Client;
import dev.latchkey.kernel.Ids;
import dev.latchkey.kernel.Secret;
import dev.latchkey.loginlinks.LoginLink;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The step between redeeming a link and entering, when two or more profiles share the address. */
@Entity
class ProfileChoice {

    static final Duration LIFETIME = Duration.ofMinutes(5);
    static final int WRONG_TRIES = 5;

    @Id
    private UUID id;

    private UUID clinicId;
    private UUID loginLinkId;
    private byte[] tokenHash;
    private Instant expiresAt;
    private int wrongTries;
    private @Nullable Instant chosenAt;

    @ElementCollection
    @CollectionTable(name = "profile_choice_option", joinColumns = @JoinColumn(name = "profile_choice_id"))
    private List<Option> options = new ArrayList<>();

    ProfileChoice(LoginLink link, Secret token, List<Client> profiles, Instant now) {
        this.id = Ids.next();
        this.clinicId = link.clinicId();
        this.loginLinkId = link.id();
        this.tokenHash = token.hash();
        this.expiresAt = now.plus(LIFETIME);
        profiles.forEach(profile ->
                options.add(new Option(Secret.random().value().substring(0, 22), profile.clinicId(), profile.id())));
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected ProfileChoice() {}

    boolean isOpen(Instant now) {
        return chosenAt == null && wrongTries < WRONG_TRIES && now.isBefore(expiresAt);
    }

    Optional<UUID> clientBehind(String ref) {
        return options.stream()
                .filter(option -> option.ref.equals(ref))
                .map(option -> option.clientId)
                .findFirst();
    }

    void complete(Instant now) {
        chosenAt = now;
    }

    void recordFailure() {
        wrongTries++;
    }

    /** Uses up the tries, for that ends a choice on nodes of every release. */
    void end() {
        wrongTries = WRONG_TRIES;
    }

    String refOf(Client profile) {
        return options.stream()
                .filter(option -> option.clientId.equals(profile.id()))
                .findFirst()
                .orElseThrow()
                .ref;
    }

    UUID clinicId() {
        return clinicId;
    }

    UUID loginLinkId() {
        return loginLinkId;
    }

    @Embeddable
    static class Option {

        private String ref;
        private UUID clinicId;
        private UUID clientId;

        Option(String ref, UUID clinicId, UUID clientId) {
            this.ref = ref;
            this.clinicId = clinicId;
            this.clientId = clientId;
        }

        @SuppressWarnings("NullAway.Init") // for Hibernate
        protected Option() {}
    }
}
