package dev.latchkey.login;

import dev.latchkey.clients.Client;
import dev.latchkey.kernel.Ids;
import dev.latchkey.kernel.OneTimeToken;
import dev.latchkey.kernel.Secret;
import dev.latchkey.loginlinks.LoginLink;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
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

/** The step between redeeming a link and entering: when two or more profiles share the address, or the clinic asks a second question. */
@Entity
class ProfileChoice {

    static final Duration LIFETIME = Duration.ofMinutes(5);
    static final int WRONG_TRIES = 5;

    @Id
    private UUID id;

    private UUID clinicId;
    private UUID loginLinkId;

    @Embedded
    @AttributeOverride(name = "spentAt", column = @Column(name = "chosen_at"))
    private OneTimeToken token;

    private int wrongTries;
    private @Nullable Instant questionAnsweredAt;
    private @Nullable Instant questionFailedAt;

    @ElementCollection
    @CollectionTable(name = "profile_choice_option", joinColumns = @JoinColumn(name = "profile_choice_id"))
    private List<ProfileOption> options = new ArrayList<>();

    ProfileChoice(LoginLink link, Secret secret, List<Client> profiles, Instant now) {
        this.id = Ids.next();
        this.clinicId = link.clinicId();
        this.loginLinkId = link.id();
        this.token = OneTimeToken.of(secret, now.plus(LIFETIME));
        profiles.forEach(profile -> options.add(ProfileOption.of(profile)));
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected ProfileChoice() {}

    boolean isOpen(Instant now) {
        return token.isOpen(now) && wrongTries < WRONG_TRIES;
    }

    Optional<UUID> clientBehind(String ref) {
        return options.stream()
                .filter(option -> option.ref().equals(ref))
                .map(ProfileOption::clientId)
                .findFirst();
    }

    void complete(Instant now) {
        token = token.spend(now);
    }

    void recordFailure() {
        wrongTries++;
    }

    /**
     * A wrong answer to the clinic's question is a wrong try, too.
     *
     * @return how many tries are left
     */
    int recordWrongAnswer(Instant now) {
        recordFailure();
        if (wrongTries >= WRONG_TRIES) {
            questionFailedAt = now;
        }
        return WRONG_TRIES - wrongTries;
    }

    void recordRightAnswer(Instant now) {
        questionAnsweredAt = now;
    }

    /** Whether the last try was a wrong answer to the clinic's question. */
    boolean isQuestionFailed() {
        return questionFailedAt != null;
    }

    /** Uses up the tries, for that ends a choice on nodes of every release. */
    void end() {
        wrongTries = WRONG_TRIES;
    }

    String refOf(Client profile) {
        return options.stream()
                .filter(option -> option.clientId().equals(profile.id()))
                .findFirst()
                .orElseThrow()
                .ref();
    }

    UUID clinicId() {
        return clinicId;
    }

    UUID loginLinkId() {
        return loginLinkId;
    }
}
