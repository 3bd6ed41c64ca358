package dev.latchkey.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.hibernate.Session;

/** What tells how somebody got in, long after nobody asks any more: links with what followed from them, requests and letters. */
@ApplicationScoped
class OldRecords {

    private static final int AT_ONCE = 500;

    private final Session database;

    OldRecords(Session database) {
        this.database = database;
    }

    /** Forgets some from before this id; false once there are none. */
    @Transactional
    boolean forgetSome(UUID before) {
        return forgetLinks(before) + forgetRequests(before) + forgetLetters(before) > 0;
    }

    /** With the sessions and profile choices that they opened. */
    private long forgetLinks(UUID before) {
        return forget("""
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
                """, before);
    }

    private long forgetRequests(UUID before) {
        return forget("""
                with request as (
                  delete from login_request where id in (
                    select id from login_request r
                     where id < ?1 and not exists (select from login_link where request_id = r.id) order by id limit ?2)
                  returning id
                )
                select count(*) from request
                """, before);
    }

    /** But for one that a link or a password reset still names. */
    private long forgetLetters(UUID before) {
        return forget("""
                with old as (
                  delete from letter where id in (
                    select id from letter l
                     where id < ?1 and status <> 'queued' and not exists (select from staff_password_reset where letter_id = l.id)
                     order by id limit ?2)
                  returning id
                )
                select count(*) from old
                """, before);
    }

    private long forget(String some, UUID before) {
        return database.createNativeQuery(some, Long.class)
                .setParameter(1, before)
                .setParameter(2, AT_ONCE)
                .getSingleResult();
    }
}
