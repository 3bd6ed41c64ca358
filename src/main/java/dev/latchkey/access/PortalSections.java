package dev.latchkey.access;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What a client finds on the portal, section by section. */
@Embeddable
public record PortalSections(
        @Column(name = "portal_appointments") boolean appointments,
        @Column(name = "portal_invoices") boolean invoices,
        @Column(name = "portal_files") boolean files) {

    public static final PortalSections ALL = new PortalSections(true, true, true);

    /** Only what both have. */
    public PortalSections narrowedBy(PortalSections other) {
        return new PortalSections(appointments && other.appointments, invoices && other.invoices, files && other.files);
    }

    public boolean has(Section section) {
        return switch (section) {
            case APPOINTMENTS -> appointments;
            case INVOICES -> invoices;
            case FILES -> files;
        };
    }

    public enum Section {
        APPOINTMENTS,
        INVOICES,
        FILES
    }
}
