package dev.latchkey.mail;

import dev.latchkey.jobs.Retention;
import dev.latchkey.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;

/** Forgets the letters that are not to be sent any more. The links and resets that name them are forgotten before them. */
@ApplicationScoped
class OldLetters implements Retention {

    private final EntityManager entityManager;

    OldLetters(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** A letter is made a moment before what names it. */
    @Override
    public Duration extra() {
        return Duration.ofHours(1);
    }

    @Override
    public int forget(Instant before, int atMost) {
        return entityManager
                .createNativeQuery("""
                        delete from letter where id in (
                          select id from letter where id < ?1 and status <> 'queued' order by id limit ?2)
                        """)
                .setParameter(1, Ids.firstAt(before))
                .setParameter(2, atMost)
                .executeUpdate();
    }
}
