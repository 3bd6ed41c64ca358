package dev.latchkey.files;

/** What bytes are; two files with the same bytes have the same. */
record Content(long size, byte[] sha256, String mediaType) {}
