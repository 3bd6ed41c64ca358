package dev.latchkey.merging;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.clients.Clients;
import dev.latchkey.idempotency.Idempotent;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The merges that a client survived. */
@Path("/v1/staff/clients/{id}/merges")
class ClientMergesResource {

    private final MergingClients merging;
    private final UndoingMerge undoing;
    private final ClientMerges merges;
    private final Clients clients;
    private final Audit audit;
    private final StaffCaller caller;

    ClientMergesResource(
            MergingClients merging,
            UndoingMerge undoing,
            ClientMerges merges,
            Clients clients,
            Audit audit,
            StaffCaller caller) {
        this.merging = merging;
        this.undoing = undoing;
        this.merges = merges;
        this.clients = clients;
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.CARE)
    public Page<MergeView> listMerges(@RestPath UUID id, @Valid @BeanParam Paging paging) {
        var found = merges.newestFirst(caller, clients.get(caller, id).id(), paging);
        audit.recordRead(caller.occurrence(MergeAction.MERGES_LISTED).client(id));
        return found.map(MergeView::of);
    }

    @POST
    @RolesAllowed(Right.CARE)
    @ResponseStatus(201)
    @Idempotent
    @Transactional
    public MergeView mergeClients(
            @RestPath UUID id, @RestHeader("If-Match") @Nullable String ifMatch, @Valid @NotNull NewMerge request) {
        return MergeView.of(merging.merge(caller, id, request.mergedId, ifMatch));
    }

    @DELETE
    @Path("{mergeId}")
    @RolesAllowed(Right.CARE)
    @Transactional
    public void undoMerge(@RestPath UUID id, @RestPath UUID mergeId) {
        undoing.undo(caller, id, mergeId);
    }

    record NewMerge(@NotNull UUID mergedId) {}

    record MergeView(
            UUID id,
            UUID survivingId,
            UUID mergedId,
            Instant mergedAt,
            Instant undoableUntil,
            @Nullable Instant undoneAt) {

        static MergeView of(ClientMerge merge) {
            return new MergeView(
                    merge.id(),
                    merge.survivingId(),
                    merge.mergedId(),
                    merge.mergedAt(),
                    merge.undoableUntil(),
                    merge.undoneAt());
        }
    }
}
