package dev.latchkey.clients;

import java.util.UUID;

/** Those who are reached at an address of a clinic: all its clients with that address key. */
public record Addressee(UUID clinicId, String addressKey) {}
