package dev.latchkey.files;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.access.PortalSections.Section;
import dev.latchkey.access.Right;
import dev.latchkey.audit.Actor;
import dev.latchkey.http.ETags;
import dev.latchkey.input.InvalidRequest;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import dev.latchkey.profile.InSection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/files")
@InSection(Section.FILES)
class FilesResource {

    private final Documents documents;
    private final DownloadResponses downloads;
    private final ClientCaller caller;

    FilesResource(Documents documents, DownloadResponses downloads, ClientCaller caller) {
        this.documents = documents;
        this.downloads = downloads;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.CLIENT)
    public Page<ClientFileView> listFiles(@RestQuery @Nullable String from, @BeanParam @Valid Paging paging) {
        return documents
                .visibleTo(caller, from == null ? null : origin(from), paging)
                .map(ClientFileView::of);
    }

    private static Origin origin(String from) {
        return Arrays.stream(Origin.values())
                .filter(origin -> origin.code().equals(from))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest("query/from", "invalid", "Ask for clinic or client."));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Right.CLIENT)
    public ClientFileView getFile(@RestPath UUID id) {
        return ClientFileView.of(documents.visibleTo(caller, id));
    }

    @GET
    @Path("/{id}/content")
    @RolesAllowed(Right.CLIENT)
    public RestResponse<PathPart> downloadFile(@RestPath UUID id, @BeanParam DownloadResponses.RangeRequest requested) {
        return downloads.respond(documents.visibleTo(caller, id), requested, Actor.client(caller.clientId()));
    }

    record ClientFileView(
            UUID id, String name, Origin from, @Nullable String folder, String mediaType, long size, Instant sharedAt)
            implements ETags.TaggedAnswer {

        /** Folders are not there yet; the contract has their place. */
        static ClientFileView of(Document document) {
            return new ClientFileView(
                    document.id(),
                    document.name(),
                    document.origin(),
                    null,
                    document.mediaType(),
                    document.size(),
                    Objects.requireNonNull(document.sharedAt()));
        }
    }
}
