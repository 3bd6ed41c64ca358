/**
 * How letters are given to a mail server (SMTP, RFC 5321), and what it says of them.
 *
 * <p>Decided: the Vert.x mail client of Quarkus Mailer, with a client of its own for each conversation, in a verticle that is undeployed
 * afterwards, and not the injected mailer. Because: that one keeps ten connections for all letters, and a server that goes silent, or that
 * does not hang up when it has refused a letter, keeps them for ever. What was made in a verticle is closed with it, whatever the server
 * does; and a greeting is lost where another thread than the connection's own waits for it. Costs: a trust store is read for each
 * conversation; a server that hangs up before its greeting is noticed as late as one that is silent.
 *
 * <p>Decided: a conversation carries many letters one after another, and says of each what became of it. Because: TLS, greeting and
 * signing in are paid once. Costs: the client hangs up after each refusal, so the letter after it needs another connection.
 *
 * <p>Decided: a letter is handed to the client as headers and one text, which is its MIME body already. Because: the client's own encoder
 * writes a display name that is not ASCII as a comment, halves what lies outside the Basic Multilingual Plane, and names no charset.
 * Costs: {@link dev.latchkey.smtp.HeaderText} and {@link dev.latchkey.smtp.MimeBody}.
 */
@NullMarked
package dev.latchkey.smtp;

import org.jspecify.annotations.NullMarked;
