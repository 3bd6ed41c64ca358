package dev.latchkey.files;

/** The media type and hash of bytes; two files with the same bytes have the same. */
record Content(long size, byte[] sha256, String mediaType) {}
