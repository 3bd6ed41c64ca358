package dev.latchkey.support;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;

/** Secrets that come by mail, each for one use. Requested many at a time, for one letter takes a while, and many take hardly longer. */
final class MailedSecrets {

    private static final int AT_A_TIME = 15;

    private final Supplier<String> order;
    private final Queue<String> addresses = new ArrayDeque<>();

    /** An order answers with the address that its letter goes to. */
    MailedSecrets(Supplier<String> order) {
        this.order = order;
    }

    String next() {
        if (addresses.isEmpty()) {
            for (var n = 0; n < AT_A_TIME; n++) {
                addresses.add(order.get());
            }
        }
        return Mailbox.newestTo(addresses.remove()).fragment();
    }
}
