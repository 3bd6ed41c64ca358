package dev.latchkey.overload;

import java.time.Duration;

/** Whether an upload comes fast enough to be waited for: asked once in every window. */
final class UploadPace {

    private final long leastInAWindow;
    private final Duration longest;
    private long arrivedBefore;

    UploadPace(int leastRate, Duration window, Duration longest) {
        this.leastInAWindow = leastRate * window.toMillis() / 1_000;
        this.longest = longest;
    }

    boolean checkPace(long arrived, Duration since) {
        var came = arrived - arrivedBefore;
        return checkTime(arrived, since) && came >= leastInAWindow;
    }

    /** Checks the time alone: the pace means nothing while we do not read what has come. */
    boolean checkTime(long arrived, Duration since) {
        arrivedBefore = arrived;
        return since.compareTo(longest) < 0;
    }
}
