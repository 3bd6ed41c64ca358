package dev.latchkey.clinics;

import dev.latchkey.support.Api;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A part of a clinic that appointments refer to: a location, a practitioner or a service. */
enum PartOfAClinic {
    LOCATION("name", Map.of("name", "Harbour", "address", "1 Quay Street")),
    PRACTITIONER("displayName", Map.of("displayName", "Dr Park")),
    SERVICE("name", Map.of("name", "Consultation", "durationMinutes", 45));

    final String nameMember;
    final Map<String, Object> example;

    PartOfAClinic(String nameMember, Map<String, Object> example) {
        this.nameMember = nameMember;
        this.example = example;
    }

    String list() {
        return Api.STAFF + "/" + name().toLowerCase(Locale.ROOT) + "s";
    }

    Map<String, Object> named(String name) {
        var body = new HashMap<>(example);
        body.put(nameMember, name);
        return body;
    }

    String unknown() {
        return name().toLowerCase(Locale.ROOT) + "-not-found";
    }
}
