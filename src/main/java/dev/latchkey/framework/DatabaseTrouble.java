package dev.latchkey.framework;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells whether the database could not do its part just now, though nothing is wrong with the request or with us. */
public final class DatabaseTrouble {

    /**
     * Connection exceptions, operator intervention, too many connections, serialisation failure and deadlock, a statement or a lock that took
     * too long, a transaction that lay idle (PostgreSQL, appendix A).
     */
    private static final Pattern PASSES = Pattern.compile("08...|57P0.|53300|40001|40P01|57014|55P03|25P03");

    /** The pool, and what makes its connections part of a transaction. */
    private static final String POOL = "io.agroal.";

    private DatabaseTrouble() {}

    public static Optional<SQLException> behind(@Nullable Throwable failure) {
        if (failure == null) {
            return Optional.empty();
        }
        if (failure instanceof SQLException sql && isPassing(sql)) {
            return Optional.of(sql);
        }
        // A commit that fails keeps the reason among what it suppressed.
        return Stream.concat(Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed()))
                .flatMap(reason -> behind(reason).stream())
                .findFirst();
    }

    private static boolean isPassing(SQLException sql) {
        return sql.getSQLState() == null
                ? isFromThePool(sql)
                : PASSES.matcher(sql.getSQLState()).matches();
    }

    /** Which has no connection to give in time, or one that broke before it was of use, and says so in words alone. */
    private static boolean isFromThePool(SQLException sql) {
        return Stream.of(sql.getStackTrace()).limit(1).anyMatch(step -> step.getClassName()
                .startsWith(POOL));
    }
}
