package dev.latchkey.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.agroal.api.transaction.TransactionAware;
import io.agroal.narayana.NarayanaTransactionIntegration;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The moment is too short for a situation test: a connection breaks between the pool, which gives it, and its first statement. Guards
 * {@code DatabaseTrouble} when Agroal is upgraded.
 */
class RecognisingDatabaseTroubleTest {

    @Test
    void includes_a_connection_that_broke_before_it_was_part_of_the_transaction() {
        var refusing = told(Transaction.class, "enlistResource", false);
        var integration = new NarayanaTransactionIntegration(
                told(TransactionManager.class, "getTransaction", refusing),
                told(TransactionSynchronizationRegistry.class, "getTransactionStatus", 0));

        var trouble = catchThrowable(() -> integration.associate(
                told(TransactionAware.class, "getConnection", null), told(XAResource.class, "-", null)));

        assertThat(trouble).isInstanceOf(SQLException.class).hasStackTraceContaining("enlist");
        assertThat(DatabaseTrouble.behind(new IllegalStateException(trouble))).isPresent();
    }

    @Test
    void does_not_include_what_is_wrong_with_a_statement() {
        assertThat(DatabaseTrouble.behind(new SQLException("syntax error", "42601")))
                .isEmpty();
        assertThat(DatabaseTrouble.behind(new SQLException("of our own making")))
                .isEmpty();
    }

    /** Says this when asked for that, and nothing of interest else. */
    private static <T> T told(Class<T> type, String asked, @Nullable Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, values) -> method.getName().equals(asked) ? answer : nothing(method.getReturnType())));
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == int.class) {
            return 0;
        }
        return type == boolean.class ? false : null;
    }
}
