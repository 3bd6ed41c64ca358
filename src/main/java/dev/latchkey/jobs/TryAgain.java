package dev.latchkey.jobs;

/** A {@link Job} could not finish for a reason that is expected to pass. */
public final class TryAgain extends RuntimeException {

    /** The reason goes into the log, so it must name no person. */
    public TryAgain(String reason) {
        super(reason, null, false, false);
    }
}
