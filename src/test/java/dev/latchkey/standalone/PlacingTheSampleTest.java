package dev.latchkey.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where a standalone installation has its sample, and where its letters lead. */
class PlacingTheSampleTest {

    private static final String PORT = "latchkey.standalone.sample-port";
    private static final String PORTAL = "latchkey.portal-url";
    private static final String STAFF = "latchkey.staff-url";

    @Test
    void is_at_5173_and_letters_lead_there() {
        assertThat(addresses(Map.of()))
                .isEqualTo(Map.of(
                        PORT, "5173",
                        PORTAL, "http://localhost:5173/{slug}",
                        STAFF, "http://localhost:5173/staff"));
    }

    @Test
    void is_at_another_port_and_letters_follow() {
        assertThat(addresses(Map.of(PORT, " 5180 ")))
                .isEqualTo(Map.of(
                        PORT, "5180",
                        PORTAL, "http://localhost:5180/{slug}",
                        STAFF, "http://localhost:5180/staff"));
    }

    @Test
    void is_nowhere_when_letters_lead_clients_elsewhere() {
        var elsewhere = "http://localhost:3000/{slug}";

        assertThat(addresses(Map.of(PORTAL, elsewhere, PORT, "5180")))
                .containsEntry(PORT, "")
                .containsEntry(PORTAL, elsewhere);
    }

    @Test
    void stays_when_letters_lead_staff_elsewhere() {
        var elsewhere = "http://localhost:3000";

        assertThat(addresses(Map.of(STAFF, elsewhere)))
                .containsEntry(PORT, "5173")
                .containsEntry(PORTAL, "http://localhost:5173/{slug}")
                .containsEntry(STAFF, elsewhere);
    }

    private static Map<String, String> addresses(Map<String, String> configured) {
        return StandaloneSettings.addresses(new Settings(configured));
    }

    private record Settings(Map<String, String> all) implements GivenConfig {

        @Override
        public Optional<String> value(String name) {
            return Optional.ofNullable(all.get(name));
        }

        @Override
        public Stream<String> names() {
            return all.keySet().stream();
        }

        @Override
        public List<String> profiles() {
            return List.of();
        }
    }
}
