package dev.latchkey.boot;

import dev.latchkey.clinics.PortalAddress;
import dev.latchkey.sample.Guide;
import dev.latchkey.sample.Guide.Place;
import dev.latchkey.standalone.Standalone;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a developer who has just started Latchkey wants to know. */
@Singleton
class StartUpGuide {

    private static final String EXPOSED =
            "Beware: it listens on %s. Everyone who reaches it can read the mailbox and knows the passwords.";

    private final Standalone standalone;
    private final PortalAddress portal;
    private final Guide guide;
    private final String host;

    StartUpGuide(
            Standalone standalone,
            PortalAddress portal,
            Guide guide,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        this.standalone = standalone;
        this.portal = portal;
        this.guide = guide;
        this.host = host;
    }

    List<String> lines() {
        return standalone.active()
                ? standaloneLines()
                : List.of("Login links lead to " + portal.portalUrl()
                        + "; the contract is at /openapi.yaml, its pages at /docs");
    }

    private List<String> standaloneLines() {
        var lines = new ArrayList<String>();
        lines.add(guide.summary() + " To click: " + guide.home());
        guide.places().forEach(place -> lines.add(line(place)));
        if (guide.hasDemo()) {
            addDemo(lines);
        }
        if (!isThisMachineAlone()) {
            lines.add(EXPOSED.formatted(host));
        }
        return lines;
    }

    private static String line(Place place) {
        var line = "  %-13s %s".formatted(place.name(), place.address());
        return place.note().isEmpty() ? line : line + " (" + place.note() + ")";
    }

    private void addDemo(List<String> lines) {
        lines.add(guide.demo());
        guide.members().forEach(member -> lines.add("  %-27s %s".formatted(member.email(), member.role())));
        lines.add(guide.clients());
        lines.add("Try first:");
        var number = 1;
        for (var step : guide.steps()) {
            lines.add("  " + number++ + ". " + step.title() + " " + step.place().address());
            step.commands().forEach(command -> lines.add("     " + command));
        }
    }

    private boolean isThisMachineAlone() {
        return host.equals("127.0.0.1") || host.equals("localhost");
    }
}
