package dev.latchkey.files;

/** Bytes that are safe in the vault: where, and what they are. */
record Content(String vaultKey, long size, byte[] sha256, String mediaType) {}
