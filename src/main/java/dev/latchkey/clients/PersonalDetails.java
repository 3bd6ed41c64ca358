package dev.latchkey.clients;

import dev.latchkey.clinics.PortalSettings;
import dev.latchkey.clinics.PortalSettings.SecondQuestion;
import dev.latchkey.kernel.Language;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who a client is, wherever they are treated: what they are called, in which language they read, and when they were born. */
@MappedSuperclass
public abstract class PersonalDetails {

    private String givenName;
    private String familyName;
    private @Nullable String preferredName;
    private @Nullable String language;
    private @Nullable LocalDate birthDate;

    PersonalDetails(String givenName, String familyName) {
        this.givenName = givenName;
        this.familyName = familyName;
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected PersonalDetails() {}

    void rename(String givenName, String familyName) {
        this.givenName = givenName;
        this.familyName = familyName;
    }

    /** How the client is spoken to. Records go on showing the whole name. */
    void addressAs(@Nullable String preferredName) {
        this.preferredName = preferredName;
    }

    /** @param language null for the clinic's */
    void writeIn(@Nullable Language language) {
        this.language = language == null ? null : language.code();
    }

    void bornOn(@Nullable LocalDate date) {
        this.birthDate = date;
    }

    public String displayName() {
        return givenName + " " + familyName;
    }

    public String givenName() {
        return givenName;
    }

    public String familyName() {
        return familyName;
    }

    public @Nullable String preferredName() {
        return preferredName;
    }

    /** The one they chose; empty for the clinic's. */
    public Optional<Language> language() {
        return Optional.ofNullable(language).map(Language::of);
    }

    /** What they answer before they are let in: nothing where no date of birth is on record, for the desk alone could help them then. */
    public SecondQuestion findQuestion(PortalSettings portal) {
        return birthDate == null ? SecondQuestion.NONE : portal.secondQuestion();
    }

    public boolean isBornOn(@Nullable LocalDate date) {
        return birthDate != null && birthDate.equals(date);
    }

    public boolean isBornIn(@Nullable Integer year) {
        return birthDate != null && year != null && birthDate.getYear() == year;
    }

    @Nullable
    LocalDate birthDate() {
        return birthDate;
    }
}
