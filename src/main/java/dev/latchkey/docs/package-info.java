/**
 * The contract and the pages that explain it, for people and for programs.
 *
 * <p>Decided: nothing of them is fetched from elsewhere, and each page has a content security policy. Because: they are served from the API's own
 * origin. Costs: of Swagger UI only the files that our page needs are served.
 *
 * <p>Decided: Swagger UI's page is ours, and {@code quarkus-swagger-ui} is not used. Because: tried at 3.34.3, its page starts by scripts of its own
 * text, which our policy forbids, and it serves everything that Swagger UI's package holds. Costs: one class, and the package's names in it.
 *
 * <p>Decided: the pages are Markdown, rendered by commonmark-java when one is first asked for. Because: they must be readable where they lie,
 * beside the code, and in a running installation. Costs: a small library; a link to a file of the source is no link in a browser.
 *
 * <p>Decided: {@code /} answers a page, or JSON to a caller who takes nothing else. Because: a caller who knows nothing but the host's name gets
 * on from there. Costs: it names the management port, which only the operator's network reaches.
 *
 * <p>Decided: what a standalone installation says there comes through {@code Welcome}. Because: the demo's people are known further down the map
 * alone. Costs: an interface that one class implements.
 */
@NullMarked
package dev.latchkey.docs;

import org.jspecify.annotations.NullMarked;
