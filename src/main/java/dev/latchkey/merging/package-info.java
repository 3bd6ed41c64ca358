/**
 * Two records of one person become one.
 *
 * <p>Decided: the records of the merged client move to the surviving one, and the merged one stays, archived, and says which that is. Each
 * feature moves its own rows, in the transaction of the merge, and the merge keeps which they were, so that it can be undone for a day.
 * Because: a second record is made by mistake, and a merge is, too. Costs: the features above must listen, and the rules by which a record
 * stays its client's ask here (20261201-0610-client-merge.sql).
 */
@NullMarked
package dev.latchkey.merging;

import org.jspecify.annotations.NullMarked;
