package dev.latchkey.overload;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CountDownLatch;

/** An endpoint of the tests alone: it answers when the test says so, however long that takes. */
@Singleton
@Path("/docs/lingering")
class LingeringResource {

    private volatile CountDownLatch word = new CountDownLatch(1);

    @GET
    @PermitAll
    public String lingers() throws InterruptedException {
        word.await();
        return "at last";
    }

    /** All who wait by now. */
    void answers() {
        var given = word;
        word = new CountDownLatch(1);
        given.countDown();
    }
}
