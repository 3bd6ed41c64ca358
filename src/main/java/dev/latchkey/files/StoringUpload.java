package dev.latchkey.files;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.http.Responses;
import dev.latchkey.idempotency.Idempotent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The part of an upload that one idempotency key does once. Its transaction begins when the bytes are safe, and a repeated key is held to
 * what they are.
 */
@ApplicationScoped
class StoringUpload {

    private final UploadingFile uploading;
    private final StaffCaller caller;
    private final AnswerSerialization serialization;

    StoringUpload(UploadingFile uploading, StaffCaller caller, AnswerSerialization serialization) {
        this.uploading = uploading;
        this.caller = caller;
        this.serialization = serialization;
    }

    @Idempotent
    RestResponse<StaffFileView> store(
            UUID id, FileName name, StoredFile.Content content, boolean shared, StoredFile bytes) {
        return uploading.store(caller, id, name, bytes, shared, serialization.beforeCommit(StoringUpload::answer));
    }

    private static RestResponse<StaffFileView> answer(Document document) {
        return Responses.created("/v1/staff/files/" + document.id(), StaffFileView.of(document));
    }
}
