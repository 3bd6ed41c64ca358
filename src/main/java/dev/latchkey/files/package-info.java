/**
 * What the clinic and a client hand each other as files.
 *
 * <p>Decided: bytes live in a directory, under random keys, and the row that names them is written after they are safe on disk.
 * Because: a row without bytes is a broken promise, bytes without a row are only waste. Costs: an upload that is cut off between the two leaves
 * bytes that cannot be reached; likewise between a deletion's commit and the removal of the bytes, and when it is unknown whether an
 * upload's commit was done.
 *
 * <p>Decided: the type of a file is found from its bytes; its name may only make that more exact, and the sender's type is ignored. Because:
 * browsers act on the type. Costs: a format without a signature is plain bytes under every name.
 *
 * <p>Decided: every file is handed out as an attachment, never to be shown in place. Because: a page that a stranger made must not run
 * where the portal runs. Costs: a viewer has to fetch the bytes and show them itself.
 *
 * <p>Decided: we write {@code Content-Disposition} ourselves. Because: Spring's (2 MB and 3 MB beside it) puts an encoded word of e-mail into the
 * plain name, and Jakarta Mail's breaks the line and has no plain name at all. Costs: one class of twenty lines.
 */
@NullMarked
package dev.latchkey.files;

import org.jspecify.annotations.NullMarked;
