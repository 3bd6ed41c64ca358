package dev.latchkey.jobs;

/** A {@link Job} could not finish for a reason that is expected to pass. */
public final class RetryableException extends RuntimeException {

    /** The reason goes into the log, so it must name no person. */
    public RetryableException(String reason) {
        super(reason, null, false, false);
    }
}
