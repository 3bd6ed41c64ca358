package dev.latchkey.loginlinks;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.support.Database;
import dev.latchkey.support.Practice;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Requests that are answered together. The workers of the application do not see them, for they are never due. */
@Dependent
class RequestBatch {

    private final AnsweringRequest answering;
    private final LoginRequests requests;
    private final InstallationSecret secret;
    private final List<UUID> ids = new ArrayList<>();

    RequestBatch(AnsweringRequest answering, LoginRequests requests, InstallationSecret secret) {
        this.answering = answering;
        this.requests = requests;
        this.secret = secret;
    }

    RequestBatch add(Practice clinic, String email) {
        var request =
                new LoginRequest(Database.clinicId(clinic.slug()), new EmailAddress(email), secret, Instant.now());
        QuarkusTransaction.requiringNew().run(() -> {
            requests.persistAndFlush(request);
            requests.getEntityManager()
                    .createNativeQuery("update login_request set due_at = null where id = ?1")
                    .setParameter(1, request.id())
                    .executeUpdate();
        });
        ids.add(request.id());
        return this;
    }

    /** Of a backup that came back without its secret. */
    RequestBatch addUnreadable(Practice clinic) {
        var id = UUID.randomUUID();
        Database.execute("""
            insert into login_request (id, clinic_id, address_hash, sealed_address_key, asked_at)
            select ?, id, sha256(slug::bytea), 'unreadable', now() from clinic where slug = ?
            """, id, clinic.slug());
        ids.add(id);
        return this;
    }

    /** Which of them are to be tried again. */
    List<Integer> answer() {
        return answering.work(ids).failed().stream().map(ids::indexOf).toList();
    }

    List<String> outcomes() {
        return ids.stream()
                .map(id -> requests.getEntityManager()
                        .createNativeQuery(
                                "select coalesce(outcome, 'none') from login_request where id = ?1", String.class)
                        .setParameter(1, id)
                        .getSingleResult())
                .map(String.class::cast)
                .toList();
    }
}
