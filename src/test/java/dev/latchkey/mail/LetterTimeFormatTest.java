package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kernel.Language;
import dev.latchkey.letterhead.LetterTimeFormat;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterTimeFormatTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 2026-11-23T04:45:00Z | Australia/Sydney | 15:45 on Monday 23 November 2026 (AEDT)
            fr | 2026-11-23T04:45:00Z | Australia/Sydney | lundi 23 novembre 2026 à 15_h_45 (AEDT)
            de | 2026-11-23T04:45:00Z | Australia/Sydney | Montag, 23. November 2026, 15:45 Uhr (AEDT)
            es | 2026-11-23T04:45:00Z | Australia/Sydney | lunes 23 de noviembre de 2026, 15:45 h (AEDT)
            en | 2026-08-01T07:05:00Z | Europe/Paris     | 09:05 on Saturday 1 August 2026 (CEST)
            fr | 2026-08-01T07:05:00Z | Europe/Paris     | samedi 1er août 2026 à 09_h_05 (CEST)
            de | 2026-08-01T07:05:00Z | Europe/Paris     | Samstag, 1. August 2026, 09:05 Uhr (MESZ)
            es | 2026-08-01T07:05:00Z | Europe/Paris     | sábado 1 de agosto de 2026, 09:05 h (CEST)
            fr | 2026-08-01T07:05:00Z | UTC              | samedi 1er août 2026 à 07_h_05 (UTC)
            """)
    void tells_the_time_as_people_write_it(String language, Instant instant, ZoneId zone, String time) {
        assertThat(LetterTimeFormat.format(instant, zone, Language.of(language)))
                .isEqualTo(time.replace('_', '\u00a0'));
    }
}
