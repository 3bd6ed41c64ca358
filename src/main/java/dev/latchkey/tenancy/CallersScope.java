package dev.latchkey.tenancy;

import jakarta.enterprise.context.RequestScoped;

/** The scope of the current request, once it is known who is calling. */
@RequestScoped
public class CallersScope {

    private RowScope scope = RowScope.EVERYTHING;
    private boolean beingAsked;

    /** From now on nothing is shown until it has been found out who is calling. */
    public void ask() {
        scope = RowScope.NOTHING;
        beingAsked = true;
    }

    public void isFound(RowScope found) {
        scope = found;
    }

    public void isAsked() {
        beingAsked = false;
    }

    RowScope scope() {
        return scope;
    }

    /** While the very statement runs that sets the scope. */
    boolean isBeingAsked() {
        return beingAsked;
    }
}
