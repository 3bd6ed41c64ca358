/**
 * What the clinic and a client hand each other as files.
 *
 * <p>Decided: bytes live in a directory, under random keys, and the row that names them is written after they are safe on disk.
 * Because: a row without bytes is a broken promise, bytes without a row are only waste. Costs: who is cut off between the two leaves
 * bytes that nobody can reach; likewise between a deletion's commit and the removal of the bytes, and when nobody can tell whether an
 * upload's commit was done.
 *
 * <p>Decided: what a file is, its bytes say; its name may only make that more exact, and the sender's word counts for nothing. Because:
 * a browser acts on it. Costs: a format without a signature is plain bytes under every name.
 *
 * <p>Decided: every file is handed out as an attachment, never to be shown in place. Because: a page that a stranger made must not run
 * where the portal runs. Costs: a viewer has to fetch the bytes and show them itself.
 */
@NullMarked
package dev.latchkey.files;

import org.jspecify.annotations.NullMarked;
