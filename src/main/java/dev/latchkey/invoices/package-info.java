/**
 * What clients owe, and what they paid.
 *
 * <p>Decided: what is computed is stored, and the database itself checks at commit that the sums agree and that a final invoice
 * stands as it is. Because: a stored sum that could differ from its parts would be worse than none. Costs: triggers, kept to one file.
 *
 * <p>Decided: numbers come from a counter row that stays locked until the finalising transaction ends. Because: a sequence leaves a
 * gap whenever a transaction fails, and tax offices ask about gaps. Costs: finalisations of one clinic happen one after the other.
 *
 * <p>Decided: amounts may have the decimals of any currency in use, four at most, and no column says how many. Because: a column that does
 * would be rewritten for one decimal more, while all nodes wait. Costs: the bounds are checks.
 *
 * <p>Decided: of a void invoice nothing is outstanding, though its total stays as it was. Because: the client no longer owes it.
 */
@NullMarked
package dev.latchkey.invoices;

import org.jspecify.annotations.NullMarked;
