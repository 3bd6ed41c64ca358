/**
 * What a request may say, and how it is read: strict JSON, dates, times and ids, rules for members, parameters, forms, and the pages of a list.
 *
 * <p>Decided: what the contract does not name is refused: an unknown member or parameter, a member twice, a number where a text belongs.
 * Because: a caller who misspells a name must learn it at once, and no filter may show more than was asked for. Costs: a client that sends what a
 * later version will know is refused by this one.
 *
 * <p>Decided: PostgreSQL makes a plan once for each question and connection, for all values. Because: making it took as long as the
 * answer. Costs: a question whose best plan depends on its values gets one for all of them; ListingAmongManyIT reads the plans of all lists.
 */
@NullMarked
package dev.latchkey.input;

import org.jspecify.annotations.NullMarked;
