package dev.latchkey.loginlinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.jobs.BackgroundWork;
import dev.latchkey.jobs.Job;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Portal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A node of the version before stores a job for each request, and does not say when the request itself is due. */
@QuarkusTest
class AnsweringRequestsOfBeforeTest {

    @Inject
    LoginRequests requests;

    @Inject
    BackgroundWork work;

    @Inject
    InstallationSecret secret;

    @Test
    void takes_in_what_it_has_left_behind() {
        var clinic = Portal.clinic();
        var mia = clinic.client("Mia");
        var request = new LoginRequest(
                Database.clinicId(clinic.slug()), new EmailAddress(mia.email()), secret, Instant.now());

        QuarkusTransaction.requiringNew().run(() -> {
            requests.persistAndFlush(request);
            requests.getEntityManager()
                    .createNativeQuery("update login_request set due_at = null where id = ?1")
                    .setParameter(1, request.id())
                    .executeUpdate();
            work.schedule(new FormerJob(), request.id());
        });

        assertThat(Mailbox.newestTo(mia.email()).hasLink()).isTrue();
        await().until(() -> Database.count(
                        "select count(*) from scheduled_tasks where task_instance = ?",
                        request.id().toString())
                == 0);
    }

    private record FormerJob() implements Job {

        @Override
        public String name() {
            return "answer-login-request";
        }

        @Override
        public void run(UUID id) {
            throw new AssertionError("the application knows what to do");
        }
    }
}
