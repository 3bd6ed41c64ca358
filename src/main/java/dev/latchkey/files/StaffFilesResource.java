package dev.latchkey.files;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.http.ETags;
import dev.latchkey.input.NonNullIfPresent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/staff/files/{id}")
class StaffFilesResource {

    private final Documents documents;
    private final DeletingFile deleting;
    private final DownloadResponses downloads;
    private final Audit audit;
    private final StaffCaller caller;
    private final ETags etags;
    private final Clock clock;

    StaffFilesResource(
            Documents documents,
            DeletingFile deleting,
            DownloadResponses downloads,
            Audit audit,
            StaffCaller caller,
            ETags etags,
            Clock clock) {
        this.documents = documents;
        this.deleting = deleting;
        this.downloads = downloads;
        this.audit = audit;
        this.caller = caller;
        this.etags = etags;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Right.CARE)
    public StaffFileView getStaffFile(@RestPath UUID id) {
        var document = documents.get(caller, id);
        audit.recordRead(what(FileAction.FILE_READ, document));
        return StaffFileView.of(document);
    }

    @PATCH
    @RolesAllowed(Right.CARE)
    @Transactional
    public StaffFileView changeFile(
            @RestPath UUID id, @RestHeader("If-Match") @Nullable String ifMatch, @Valid @NotNull FileChanges changes) {
        var document = documents.toChange(caller, id);
        document.requireOfClinic();
        var before = StaffFileView.of(document);
        etags.require(ifMatch, before);
        if (changes.name != null) {
            document.rename(FileName.parse(changes.name));
        }
        if (changes.shared != null) {
            document.share(changes.shared, clock.instant());
        }
        var after = StaffFileView.of(document);
        audit.recordChange(what(FileAction.FILE_CHANGED, document), before, after);
        return after;
    }

    @DELETE
    @RolesAllowed(Right.CARE)
    public void deleteFile(@RestPath UUID id) {
        deleting.delete(caller, id);
    }

    @GET
    @Path("/content")
    @RolesAllowed(Right.CARE)
    public RestResponse<PathPart> downloadStaffFile(
            @RestPath UUID id, @BeanParam DownloadResponses.RangeRequest requested) {
        return downloads.respond(documents.get(caller, id), requested, caller.actor());
    }

    private AuditEntry what(AuditAction act, Document document) {
        return caller.occurrence(act).client(document.clientId()).record(document.id());
    }

    /** What is absent stays. */
    static class FileChanges {

        @NonNullIfPresent
        @CodePointLength(min = 1, max = FileName.LONGEST)
        public @Nullable String name;

        @NonNullIfPresent
        public @Nullable Boolean shared;
    }
}
