package dev.latchkey.boot;

import dev.latchkey.clinics.Clinics;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Says at the start which time zones of clinics this node's Java does not know, for another node with a newer one may have stored them. It
 * refuses what it would have to tell the clinic's day for, and nothing else.
 */
@ApplicationScoped
class TimeZonesCheck {

    private static final Logger LOG = Logger.getLogger(TimeZonesCheck.class);

    private final Clinics clinics;

    TimeZonesCheck(Clinics clinics) {
        this.clinics = clinics;
    }

    @Transactional
    void check(@Observes StartupEvent event) {
        var unknown = unknown();
        if (!unknown.isEmpty()) {
            LOG.errorf(
                    "This node's Java (%s) does not know the time zones %s, which clinics have. Their invoices are refused here, and their"
                            + " letters tell the time in UTC. Run the node on a newer Java.",
                    System.getProperty("java.runtime.version"), String.join(", ", unknown));
        }
    }

    List<String> unknown() {
        var known = ZoneRulesProvider.getAvailableZoneIds();
        return clinics.timeZones().stream()
                .filter(zone -> !known.contains(zone))
                .sorted()
                .toList();
    }
}
