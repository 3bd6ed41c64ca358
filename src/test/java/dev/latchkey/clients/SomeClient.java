package dev.latchkey.clients;

import java.time.Instant;
import java.util.UUID;

/** Clients for the rule tests of the features above. */
public final class SomeClient {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private SomeClient() {}

    public static Client active() {
        return new Client(UUID.randomUUID(), "Mia", "Larsen", LONG_AGO);
    }

    public static Client archived() {
        var client = active();
        client.archive(LONG_AGO);
        return client;
    }
}
