package dev.latchkey.audit;

import dev.latchkey.http.ETags;
import dev.latchkey.http.ETags.TaggedAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Changes a record only if the caller saw it as it is (RFC 9110, If-Match). The trail names the members that are different afterwards. */
@ApplicationScoped
public class ChangingRecord {

    private final EntityManager database;
    private final ETags etags;
    private final Audit audit;

    ChangingRecord(EntityManager database, ETags etags, Audit audit) {
        this.database = database;
        this.etags = etags;
        this.audit = audit;
    }

    /**
     * Runs in the caller's transaction.
     *
     * @param view the record as its own answer shows it, before the change and after
     */
    public <V extends TaggedAnswer> V change(
            @Nullable String ifMatch, AuditEntry what, Supplier<V> view, Runnable change) {
        var before = view.get();
        etags.require(ifMatch, before);
        change.run();
        database.flush(); // of two who change it at once, the later one is refused here, and not at commit
        var after = view.get();
        audit.recordChange(what, before, after);
        return after;
    }
}
