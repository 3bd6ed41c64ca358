package dev.latchkey.linkhistory;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.input.Cursor;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import dev.latchkey.kernel.Ids;
import dev.latchkey.linkhistory.LinkHistory.LoginLinkView;
import dev.latchkey.loginlinks.LoginLink;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Picks the links of a list that are asked for. What became of a link comes of its letter and of the time, too, so no index has it: the links are
 * read in the list's order, up to a bound, and a page may be short, or empty, though others follow.
 */
@ApplicationScoped
class SelectingLinks {

    /** At the end of so many the caller asks again: a clinic sends as many in a busy week. */
    static final int MOST_READ = 1_000;

    private static final int READ_AT_ONCE = 100;

    private final LinkHistory history;

    SelectingLinks(LinkHistory history) {
        this.history = history;
    }

    Page<LoginLinkView> select(StaffCaller caller, LinkFilter filter, Paging paging, LinksInOrder links) {
        var after = paging.cursor(1);
        var before = after == null ? Ids.LAST : after.id(0);
        var atOnce = filter.takesAll() ? paging.rows() : READ_AT_ONCE;
        var found = new ArrayList<LoginLinkView>();
        for (var read = 0; read < MOST_READ; read += atOnce) {
            var rows = links.newestFirst(before, atOnce);
            history.list(caller, rows.stream().filter(filter::mayTake).toList()).stream()
                    .filter(filter::takes)
                    .forEach(found::add);
            if (found.size() > paging.limit()) {
                return Page.of(found, paging, link -> Cursor.at(link.id()));
            }
            if (rows.size() < atOnce) {
                return new Page<>(found, null);
            }
            before = rows.get(rows.size() - 1).id();
        }
        return new Page<>(found, Cursor.at(before).toString());
    }

    /** A list, from behind one of its links on. */
    interface LinksInOrder {

        List<LoginLink> newestFirst(UUID before, int atMost);
    }
}
