package dev.latchkey.clients;

import dev.latchkey.clinics.Clinics;
import dev.latchkey.input.InvalidRequest;
import dev.latchkey.kernel.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads of a request about a client what only the clinic and the day can tell. */
@ApplicationScoped
class ReadingDetails {

    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    /** Where a day begins first. A child that was born there today is not born in the future. */
    private static final ZoneOffset FIRST_OF_ALL = ZoneOffset.ofHours(14);

    private final Clinics clinics;
    private final Clock clock;

    ReadingDetails(Clinics clinics, Clock clock) {
        this.clinics = clinics;
        this.clock = clock;
    }

    /** @param pointer where the request has it */
    @Nullable
    PhoneNumber readPhone(UUID clinicId, @Nullable String typed, String pointer) {
        if (typed == null) {
            return null;
        }
        var country = country(clinicId);
        return PhoneNumber.parse(typed, country.orElse(null))
                .orElseThrow(
                        () -> new InvalidRequest(
                                pointer,
                                "invalid",
                                country.isPresent()
                                        ? "Write a telephone number, without an extension. One of another country begins with +."
                                        : "Write a telephone number that begins with + and the code of its country, without an extension."));
    }

    /** A telephone number that was typed where names are searched for. */
    Optional<PhoneNumber> findPhone(UUID clinicId, @Nullable String words) {
        return words == null || !PhoneNumber.isLike(words)
                ? Optional.empty()
                : PhoneNumber.parse(words, country(clinicId).orElse(null));
    }

    @Nullable
    LocalDate readBirthDate(@Nullable LocalDate date) {
        if (date != null
                && (date.isBefore(EARLIEST_BIRTH)
                        || date.isAfter(clock.instant().atOffset(FIRST_OF_ALL).toLocalDate()))) {
            throw new InvalidRequest("/birthDate", "invalid", "Give a date from 1900-01-01 until today.");
        }
        return date;
    }

    private Optional<String> country(UUID clinicId) {
        return PhoneNumber.countryOf(clinics.get(clinicId).currency());
    }
}
