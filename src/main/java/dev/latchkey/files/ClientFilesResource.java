package dev.latchkey.files;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.clients.Clients;
import dev.latchkey.http.Responses;
import dev.latchkey.http.Showing;
import dev.latchkey.http.WebReason;
import dev.latchkey.idempotency.Idempotent;
import dev.latchkey.input.FormParts;
import dev.latchkey.input.InvalidRequest;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
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
        FormParts.require("file", "shared");
        if (file == null) {
            throw new InvalidRequest("/file", "missing", "Send the file as a part of that name.");
        }
        requirePlain(file);
        requireSize(file.size());
        var name = FileName.parse(Objects.toString(file.fileName(), ""));
        var open = isTrue(shared);
        uploading.requirePossible(caller, id);
        try (var bytes = uploading.keep(file.filePath(), name)) {
            uploading.requireStillPossible(caller);
            return storing.store(id, name, bytes.content(), open, bytes);
        }
    }

    /** The framework decodes piece by piece, and would lose bytes between them. RFC 7578, 4.7, tells senders not to encode. */
    private static void requirePlain(FileUpload file) {
        var encoding = Objects.toString(file.getHeaders().getFirst("Content-Transfer-Encoding"), "binary");
        if (encoding.equalsIgnoreCase("base64") || encoding.equalsIgnoreCase("quoted-printable")) {
            throw new InvalidRequest(
                    "/file", "encoded", "Send the bytes as they are, without Content-Transfer-Encoding.");
        }
    }

    private static void requireSize(long size) {
        if (size == 0) {
            throw FileReason.FILE_EMPTY.refusal();
        }
        if (size > Document.LARGEST) {
            throw WebReason.FILE_TOO_LARGE.refusal();
        }
    }

    /** Strict, because a misunderstood answer would show a file or hide it. */
    private static boolean isTrue(String shared) {
        return switch (shared) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidRequest("/shared", "invalid", "Say true or false.");
        };
    }

    @GET
    @RolesAllowed(Right.CARE)
    public Page<StaffFileView> listClientFiles(@RestPath UUID id, @BeanParam @Valid Paging paging) {
        var rows = documents.listByClient(clients.get(caller, id), paging);
        audit.recordRead(caller.occurrence(FileAction.FILES_LISTED).client(id));
        return rows.map(StaffFileView::of);
    }

    /** What one key does once. Its transaction begins when the bytes are safe, and a repeated key is held to what they are. */
    @ApplicationScoped
    static class StoringUpload {

        private final UploadingFile uploading;
        private final StaffCaller caller;
        private final Showing showing;

        StoringUpload(UploadingFile uploading, StaffCaller caller, Showing showing) {
            this.uploading = uploading;
            this.caller = caller;
            this.showing = showing;
        }

        @Idempotent
        RestResponse<StaffFileView> store(
                UUID id, FileName name, Content content, boolean shared, Vault.StoredFile bytes) {
            return uploading.store(caller, id, name, bytes, shared, showing.beforeCommit(StoringUpload::answer));
        }

        private static RestResponse<StaffFileView> answer(Document document) {
            return Responses.created("/v1/staff/files/" + document.id(), StaffFileView.of(document));
        }
    }
}
