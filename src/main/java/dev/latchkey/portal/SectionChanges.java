package dev.latchkey.portal;

import dev.latchkey.access.PortalSections;
import dev.latchkey.input.NonNullIfPresent;
import org.jspecify.annotations.Nullable;

/** Which sections are switched on or off. What is absent stays. */
public class SectionChanges {

    @NonNullIfPresent
    public @Nullable Boolean appointments;

    @NonNullIfPresent
    public @Nullable Boolean invoices;

    @NonNullIfPresent
    public @Nullable Boolean files;

    public PortalSections applyTo(PortalSections sections) {
        return new PortalSections(
                appointments == null ? sections.appointments() : appointments,
                invoices == null ? sections.invoices() : invoices,
                files == null ? sections.files() : files);
    }
}
