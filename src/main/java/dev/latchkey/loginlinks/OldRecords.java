package dev.latchkey.loginlinks;

import dev.latchkey.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.Session;

/** What tells how somebody got in, long after nobody asks any more: links with what followed from them, requests, resets and letters. */
@ApplicationScoped
class OldRecords {

    private static final int AT_ONCE = 500;

    /** A letter is made a moment before the link that it brings, which names it. */
    private static final Duration A_LITTLE = Duration.ofHours(1);

    /** With the sessions and profile choices that they opened. */
    private static final String LINKS = """
            with link as (
              delete from login_link where id in (select id from login_link where id < ?1 order by id limit ?2) returning id
            ), choice as (
              delete from profile_choice where login_link_id in (select id from link) returning id
            ), option as (
              delete from profile_choice_option where profile_choice_id in (select id from choice)
            ), opened as (
              delete from session where login_link_id in (select id from link)
            )
            select count(*) from link
            """;

    private static final String STAFF_SESSIONS = """
            with session as (
              delete from session where id in (
                select id from session where id < ?1 and login_link_id is null and ends_at < now() order by id limit ?2)
              returning id
            )
            select count(*) from session
            """;

    /** By their time, for their ids are nothing but random. One that nobody has answered yet is still work. */
    private static final String REQUESTS = """
            with request as (
              delete from login_request where id in (
                select id from login_request r
                 where asked_at < ?1 and answered_at is not null and not exists (select from login_link where request_id = r.id)
                 order by asked_at limit ?2)
              returning id
            )
            select count(*) from request
            """;

    private static final String PASSWORD_RESETS = """
            with reset as (
              delete from staff_password_reset where id in (
                select id from staff_password_reset where id < ?1 and expires_at < now() order by id limit ?2)
              returning id
            )
            select count(*) from reset
            """;

    /** But for one that a password reset still names. */
    private static final String LETTERS = """
            with old as (
              delete from letter where id in (
                select id from letter l
                 where id < ?1 and status <> 'queued' and not exists (select from staff_password_reset where letter_id = l.id)
                 order by id limit ?2)
              returning id
            )
            select count(*) from old
            """;

    private final Session database;

    OldRecords(Session database) {
        this.database = database;
    }

    /** Forgets some from before this moment; false once there are none. */
    @Transactional
    boolean forgetSome(Instant before) {
        var links = forget(LINKS, Ids.firstAt(before));
        var sessions = forget(STAFF_SESSIONS, Ids.firstAt(before));
        var requests = forget(REQUESTS, before);
        var resets = forget(PASSWORD_RESETS, Ids.firstAt(before));
        var letters = forget(LETTERS, Ids.firstAt(before.minus(A_LITTLE)));
        return links + sessions + requests + resets + letters > 0;
    }

    private long forget(String some, Object before) {
        return database.createNativeQuery(some, Long.class)
                .addScalar("count", Long.class)
                .setParameter(1, before)
                .setParameter(2, AT_ONCE)
                .getSingleResult();
    }
}
