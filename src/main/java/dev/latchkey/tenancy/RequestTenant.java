package dev.latchkey.tenancy;

import jakarta.enterprise.context.RequestScoped;

/** The scope of the current request, once it is known who is calling. */
@RequestScoped
public class RequestTenant {

    private TenantScope scope = TenantScope.EVERYTHING;
    private boolean beingAsked;

    /** From now on nothing is shown until it has been found out who is calling. */
    public void beginResolving() {
        scope = TenantScope.NOTHING;
        beingAsked = true;
    }

    public void resolve(TenantScope found) {
        scope = found;
    }

    public void endResolving() {
        beingAsked = false;
    }

    TenantScope scope() {
        return scope;
    }

    /** While the very statement runs that sets the scope. */
    boolean isResolving() {
        return beingAsked;
    }
}
