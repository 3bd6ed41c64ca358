package dev.latchkey.smtp;

/**
 * The mail server refused us for good, and not a recipient or a letter: none gets out until an operator mends something.
 *
 * @param codes what it answered, such as {@code 504 5.5.2}
 */
public record MailServerRefused(String codes) {}
