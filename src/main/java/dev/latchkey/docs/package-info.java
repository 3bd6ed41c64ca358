/**
 * The contract and the pages that explain it, for people and for programs.
 *
 * <p>Decided: nothing of them is fetched from elsewhere, and each page has a content security policy. Because: they are served from the API's own
 * origin. Costs: of Swagger UI only the files that our page needs are served.
 */
@NullMarked
package dev.latchkey.docs;

import org.jspecify.annotations.NullMarked;
