package dev.latchkey.files;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.clients.Clients;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

@Path("/v1/staff/clients/{id}/files")
class ClientFilesResource {

    private final UploadingFile uploading;
    private final StoringUpload storing;
    private final Clients clients;
    private final Documents documents;
    private final Audit audit;
    private final StaffCaller caller;

    ClientFilesResource(
            UploadingFile uploading,
            StoringUpload storing,
            Clients clients,
            Documents documents,
            Audit audit,
            StaffCaller caller) {
        this.uploading = uploading;
        this.storing = storing;
        this.clients = clients;
        this.documents = documents;
        this.audit = audit;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ResponseStatus(201)
    @RolesAllowed(Right.CARE)
    public RestResponse<StaffFileView> uploadClientFile(
            @RestPath UUID id, @RestForm @Nullable FileUpload file, @RestForm @DefaultValue("false") String shared) {
        var form = UploadForm.of(file, shared);
        uploading.requirePossible(caller, id);
        try (var bytes = uploading.keep(form.bytes(), form.name())) {
            uploading.requireStillPossible(caller);
            return storing.store(id, form.name(), bytes.content(), form.shared(), bytes);
        }
    }

    @GET
    @RolesAllowed(Right.CARE)
    public Page<StaffFileView> listClientFiles(@RestPath UUID id, @BeanParam @Valid Paging paging) {
        var rows = documents.listByClient(clients.get(caller, id), paging);
        audit.recordRead(caller.occurrence(FileAction.FILES_LISTED).client(id));
        return rows.map(StaffFileView::of);
    }
}
