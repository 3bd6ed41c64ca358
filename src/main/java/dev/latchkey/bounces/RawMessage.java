package dev.latchkey.bounces;

/** A letter as it stands, headers and all (RFC 5322). */
@SuppressWarnings("ArrayRecordComponent") // is never compared
record RawMessage(byte[] bytes) {

    static final String MEDIA_TYPE = "message/rfc822";
}
