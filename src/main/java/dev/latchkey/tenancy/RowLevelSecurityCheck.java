package dev.latchkey.tenancy;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.hibernate.SessionFactory;
import org.jboss.logging.Logger;

/** Warns at the start if row-level security protects less than it could: one database user alone works, but can lift it. */
@ApplicationScoped
class RowLevelSecurityCheck {

    private static final Logger LOG = Logger.getLogger(RowLevelSecurityCheck.class);
    private static final String REMEDY =
            " Let the application have a user that owns nothing, and the migrations another"
                    + " (QUARKUS_LIQUIBASE_USERNAME): /docs/configuration says how.";

    private final SessionFactory database;

    RowLevelSecurityCheck(SessionFactory database) {
        this.database = database;
    }

    void check(@Observes StartupEvent event) {
        if (is("select rolsuper or rolbypassrls as found from pg_roles where rolname = current_user")) {
            LOG.warn("Row-level security does not bind the database user, who may do everything." + REMEDY);
        } else if (is("select pg_has_role(relowner, 'usage') as found from pg_class where oid = 'client'::regclass")) {
            LOG.warn("The database user owns the tables, and could lift their row-level security." + REMEDY);
        } else if (is("select has_database_privilege(current_database(), 'TEMPORARY')"
                + " or has_schema_privilege('public', 'CREATE') as found")) {
            LOG.warn(
                    "The database user may make tables, which could stand before ours: the migrations' user owns neither the database"
                            + " nor the schema public, and could not take that right away. Revoke it as a superuser: revoke temporary on"
                            + " database …, revoke create on schema public from public.");
        }
        if (is("select not relforcerowsecurity as found from pg_class where oid = 'session'::regclass")) {
            LOG.warn(
                    "Row-level security does not hold for sessions yet, for a node of an older version was connected when the"
                            + " migrations ran: start a node, or the job that migrates, once more when none is left.");
        }
    }

    private boolean is(String question) {
        return database.fromStatelessSession(session -> session.createNativeQuery(question, Boolean.class)
                .addScalar("found", Boolean.class)
                .getSingleResult());
    }
}
