/**
 * Letters: one e-mail to one recipient, queued in the transaction of its cause and sent afterwards by any node.
 *
 * <p>Decided: the content of a letter is stored, sealed, only while it waits. Because: it holds the secret of a link, and must
 * survive a restart. Costs: a letter cannot be sent a second time, only caused a second time.
 *
 * <p>Decided: a feature owns its letters and their templates, and names each kind by a bean of {@link LetterKind}. Because: a new letter
 * changes nothing here, and this package stays below them all. Costs: the JSON of a letter that waits is typed by a name, so a node that
 * does not know it yet leaves it waiting.
 *
 * <p>Decided: at least once. The conversation with the mail server is no part of a transaction; a node that dies between the server's
 * "accepted" and our note of it, at most a fifth of a second later, repeats the letters of that time; one that merely finds the database away keeps trying to note it. Because: the other
 * choice loses letters. Costs: a rare duplicate, under the same Message-ID, by which mail programs and servers recognise it.
 */
@NullMarked
package dev.latchkey.mail;

import org.jspecify.annotations.NullMarked;
