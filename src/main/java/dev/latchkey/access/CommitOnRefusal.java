package dev.latchkey.access;

import dev.latchkey.kernel.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.TransactionExceptionResult;
import java.util.concurrent.Callable;

/** A transaction of its own that commits when it refuses too: a wrong try must count, and stay on record. */
public final class CommitOnRefusal {

    private CommitOnRefusal() {}

    public static <T> T call(Callable<T> act) {
        return QuarkusTransaction.requiringNew()
                .exceptionHandler(CommitOnRefusal::afterwards)
                .call(act);
    }

    private static TransactionExceptionResult afterwards(Throwable thrown) {
        return thrown instanceof Refusal ? TransactionExceptionResult.COMMIT : TransactionExceptionResult.ROLLBACK;
    }
}
