package dev.latchkey.input;

/**
 * One error in a request.
 *
 * @param pointer where it is: a JSON Pointer into the body (RFC 6901), or {@code query/name}, {@code header/name}
 */
public record FieldError(String pointer, String code, String detail) {}
