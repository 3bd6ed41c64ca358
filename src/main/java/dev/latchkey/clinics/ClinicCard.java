package dev.latchkey.clinics;

/** The clinic beside a person in an answer: enough to show whose portal this is, and to read its times. */
public record ClinicCard(String slug, String name, String timeZone) {

    public static ClinicCard of(Clinic clinic) {
        return new ClinicCard(clinic.slug(), clinic.name(), clinic.timeZoneId());
    }
}
