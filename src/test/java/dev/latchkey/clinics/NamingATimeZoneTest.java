package dev.latchkey.clinics;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamingATimeZoneTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Australia/Sydney",
                "Australia/Lord_Howe",
                "America/Argentina/Ushuaia",
                "Europe/Kyiv",
                "America/Coyhaique",
                "UTC"
            })
    void takes_the_names_of_the_iana_database(String name) {
        assertThat(taken(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+10:00", "UTC+10", "AEST", "australia/sydney", "SystemV/PST8", "Mars/Olympus_Mons"})
    void refuses_offsets_abbreviations_and_inventions(String name) {
        assertThat(taken(name)).isFalse();
    }

    /** If not, this Java is newer than the list: add them to {@code clinics/time-zones.txt}. */
    @Test
    void takes_every_name_that_this_java_knows() {
        assertThat(ZoneId.getAvailableZoneIds())
                .filteredOn(name -> !name.startsWith("SystemV/")) // Java's own, and no browser knows them
                .hasSizeGreaterThan(500)
                .allMatch(NamingATimeZoneTest::taken);
    }

    private static boolean taken(String name) {
        return VALIDATOR.validate(new TimeZoneHolder(name)).isEmpty();
    }

    record TimeZoneHolder(@TimeZoneId String timeZone) {}
}
