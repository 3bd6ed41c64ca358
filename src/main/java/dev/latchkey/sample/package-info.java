/**
 * A sample of a portal, and what a newcomer to a standalone installation is told. Never in production.
 *
 * <p>Decided: the sample is served by a server of its own, at a port of its own. Because: a portal is on another origin in life, and only from
 * there do CORS, credentials and the refresh cookie do what they do in life. Costs: a second port, which another program may have.
 *
 * <p>Decided: a port that is taken is a warning, and the API starts all the same. Because: most likely the developer's own portal has it, and letters
 * lead there. Costs: a newcomer who overlooks the line finds another program behind the links.
 *
 * <p>Decided: each file is read when it is asked for. Because: a developer who changes the sample under live coding sees it at once. Costs: a worker
 * for each request.
 *
 * <p>Decided: the sample's view library is a jar, and one file of it is served. Because: its version stands with all the others, and nothing is
 * fetched from elsewhere. Costs: the jar lies in production too, where {@code OwnPages} lets none of it out.
 */
@NullMarked
package dev.latchkey.sample;

import org.jspecify.annotations.NullMarked;
