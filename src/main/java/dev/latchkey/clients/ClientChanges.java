package dev.latchkey.clients;

import dev.latchkey.input.Email;
import dev.latchkey.input.Line;
import dev.latchkey.input.NonNullIfPresent;
import dev.latchkey.input.TypedCode;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Language;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** What becomes different about a client. What is absent stays; what may be null is then taken away. */
class ClientChanges {

    @NonNullIfPresent
    @CodePointLength(max = 100)
    @Line
    public @Nullable String givenName;

    @NonNullIfPresent
    @CodePointLength(max = 100)
    @Line
    public @Nullable String familyName;

    @CodePointLength(max = 100)
    @Line
    private @Nullable String preferredName;

    @Email
    private @Nullable String email;

    @CodePointLength(min = 1, max = 50)
    @TypedCode
    private @Nullable String phone;

    @Pattern(regexp = Language.CODES)
    private @Nullable String language;

    private @Nullable LocalDate birthDate;

    @CodePointLength(max = 100)
    @Line
    private @Nullable String externalId;

    private boolean changesPreferredName;
    private boolean changesEmail;
    private boolean changesPhone;
    private boolean changesLanguage;
    private boolean changesBirthDate;
    private boolean changesExternalId;

    public void setPreferredName(@Nullable String preferredName) {
        this.preferredName = preferredName;
        this.changesPreferredName = true;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
        this.changesEmail = true;
    }

    public void setPhone(@Nullable String phone) {
        this.phone = phone;
        this.changesPhone = true;
    }

    public void setLanguage(@Nullable String language) {
        this.language = language;
        this.changesLanguage = true;
    }

    public void setBirthDate(@Nullable LocalDate birthDate) {
        this.birthDate = birthDate;
        this.changesBirthDate = true;
    }

    public void setExternalId(@Nullable String externalId) {
        this.externalId = externalId;
        this.changesExternalId = true;
    }

    void applyTo(Client client, ReadingDetails reading) {
        client.rename(
                givenName == null ? client.givenName() : givenName,
                familyName == null ? client.familyName() : familyName);
        if (changesEmail) {
            client.reachAt(email == null ? null : EmailAddress.parse(email).orElseThrow());
        }
        if (changesExternalId) {
            client.knownElsewhereAs(externalId);
        }
        applyPersonTo(client, reading);
    }

    private void applyPersonTo(Client client, ReadingDetails reading) {
        if (changesPreferredName) {
            client.addressAs(preferredName);
        }
        if (changesPhone) {
            client.reachByPhone(reading.readPhone(client.clinicId(), phone, "/phone"));
        }
        if (changesLanguage) {
            client.writeIn(language == null ? null : Language.of(language));
        }
        if (changesBirthDate) {
            client.bornOn(reading.readBirthDate(birthDate));
        }
    }
}
