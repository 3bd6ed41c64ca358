package dev.latchkey.tenancy;

import static dev.latchkey.support.DatabaseUser.APPLICATION;
import static dev.latchkey.support.DatabaseUser.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.support.Database;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds also for SQL that runs as the application, and for a query or a table that forgot a rule. */
@QuarkusTest
class KeepingTheDatabasesPromisesTest {

    /** Bodies that are bound as they are written need none, and can be inlined; they are what row-level security asks for each query. */
    @Test
    void leads_every_function_to_our_own_tables_alone() {
        assertThat(OWNER.reads("select proname from pg_proc p where pronamespace = 'public'::regnamespace and"
                        + " prosqlbody is null and not exists (select from unnest(proconfig) setting where"
                        + " setting ~ '^search_path=(pg_catalog, )?(public, )?pg_temp$') and not exists"
                        + " (select from pg_depend where classid = 'pg_proc'::regclass and objid = p.oid"
                        + " and deptype = 'e')"))
                .as("functions without \"set search_path = public, pg_temp\"")
                .isEmpty();
    }

    @Test
    void gives_the_owners_rights_to_the_application_alone_and_to_known_functions() {
        assertThat(OWNER.reads("select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef"))
                .containsExactlyInAnyOrder("audit_event_waits", "seal_audit_events", "open_audit_years");
        assertThat(OWNER.reads("select proname from pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner)))"
                        + " where pronamespace = 'public'::regnamespace and prosecdef and grantee = 0"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create temporary table login_link (id uuid)",
                "create table public.mine (id uuid)",
                "create function public.shows_everything(text) returns boolean language sql return true",
                "create schema mine"
            })
    void lets_the_application_make_nothing_of_its_own(String making) {
        assertThatThrownBy(() -> APPLICATION.reads(making)).hasStackTraceContaining("permission denied");
    }

    @Test
    void keeps_every_row_at_its_clinic() {
        assertThat(OWNER.reads(
                        "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname ="
                                + " 'clinic_id' where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace"
                                + " and c.relname not like 'audit_event%' and"
                                + " c.relname"
                                + " <> 'client_name_start'" // made of the client's row by its triggers,
                                // and never updated
                                + " and not exists (select from pg_trigger t where t.tgrelid = c.oid"
                                + " and pg_get_triggerdef(t.oid) ~ '(BEFORE|AFTER).* UPDATE ' and (t.tgqual is null or"
                                + " pg_get_triggerdef(t.oid) like '%new.clinic_id%'))"))
                .as("tables without a trigger as in 20261129-1510-what-never-changes.sql")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into audit_seal select gen_random_uuid(), gen_random_uuid(), 1, '', sha256('x') returning 'x'",
                "update audit_seal set position = position returning 'x'",
                "delete from audit_seal returning 'x'",
                "insert into audit_unsealed values (gen_random_uuid(), gen_random_uuid()) returning 'x'",
                "delete from audit_unsealed returning 'x'",
                "update audit_event set reason = null returning 'x'",
                "delete from audit_event returning 'x'"
            })
    void refuses_to_forge_a_seal_or_keep_an_event_from_one(String forgery) {
        assertThatThrownBy(() -> APPLICATION.reads(forgery)).hasStackTraceContaining("permission denied");
    }

    /** Nor can the application take back what it has put on record. */
    @Test
    void leaves_the_audit_trail_to_be_added_to_alone() {
        assertThat(OWNER.reads("select table_name || ' ' || privilege_type from information_schema.role_table_grants"
                        + " where grantee = 'latchkey_application' and table_name in ('audit_event',"
                        + " 'audit_seal', 'audit_unsealed')"))
                .containsExactlyInAnyOrder(
                        "audit_event SELECT", "audit_event INSERT", "audit_seal SELECT", "audit_unsealed SELECT");
        assertThat(OWNER.reads("select table_name from information_schema.role_table_grants"
                        + " where grantee = 'latchkey_application' and table_name like 'audit_event_%'"))
                .isEmpty();
    }

    @Test
    void seals_what_happened_all_the_same() {
        var clinic = Portal.clinic();
        clinic.client("Mia").signsIn();

        Trail.of(clinic).verifiesWhenSealed().then().statusCode(200);
    }

    /** At least one of each, and some have ended. */
    @BeforeAll
    static void let_there_be_rows() {
        var clinic = Portal.clinic();
        clinic.client("Mia").signsIn().signsOut().then().statusCode(204);
        var ella = clinic.client("Ella");
        clinic.owner().asksToConfirm(ella, Portal.anAddress("next")).then().statusCode(202);
        clinic.owner().cancelsEmailChangeOf(ella).then().statusCode(204);
        Database.execute("update session set refreshes = refreshes + 1, refreshed_at = refreshed_at + interval '1 ms'"
                + " where ended_at is not null");
    }

    /** Everything that ends once, or is money, or says whose something is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "session set ended_at = null where ended_at is not null",
                "session set ended_at = ended_at + interval '1 s' where ended_at is not null",
                "session set ends_at = ends_at - interval '1 s'",
                "session set opened_at = opened_at + interval '1 s', ends_at = ends_at + interval '1 s',"
                        + " refreshed_at = refreshed_at + interval '1 s'",
                "session set refreshes = refreshes - 1, refreshed_at = refreshed_at + interval '1 ms' where refreshes"
                        + " > 0",
                "session set refreshed_at = refreshed_at - interval '1 us' where refreshed_at > opened_at",
                "session set refresh_seed = refresh_seed || 'x'",
                "session set staff_member_id = (select id from staff_member where id <> staff_member_id limit 1) where"
                        + " staff_member_id is not null",
                "session set clinic_id = gen_random_uuid()",
                "session set client_id = (select id from client other where other.id <> client_id and other.clinic_id ="
                        + " session.clinic_id limit 1) where client_id is not null",
                "session set address_key = 'x' || address_key",
                "session set login_link_id = null where login_link_id is not null",
                "session set enrolling = true where staff_member_id is not null",
                "staff_invitation set accepted_at = null where accepted_at is not null",
                "staff_invitation set expires_at = expires_at + interval '1 s'",
                "staff_invitation set token_hash = sha256(token_hash)",
                "staff_invitation set staff_member_id = (select id from staff_member where id <> staff_member_id limit"
                        + " 1)",
                "signing_key set signs_from = signs_from + interval '1 s'",
                "letter set status = 'queued', content = 'x', sent_at = null where status = 'sent'",
                "letter set recipient = 'x' || recipient",
                "letter set to_stranger = not to_stranger",
                "letter set useful_until = useful_until + interval '1 s' where useful_until is not null",
                "email_change set cancelled_at = null where cancelled_at is not null",
                "email_change set expires_at = expires_at - interval '1 s'",
                "email_change set token_hash = sha256(token_hash)",
                "email_change set email = 'x' || email",
                "email_change set client_id = (select id from client other where other.id <> client_id and other.clinic_id ="
                        + " email_change.clinic_id limit 1)",
                "client set clinic_id = gen_random_uuid()",
                "staff_member set clinic_id = gen_random_uuid()"
            })
    void lets_what_was_once_said_stand(String change) {
        assertThatThrownBy(() -> Database.execute("update " + change))
                .rootCause()
                .message()
                .containsAnyOf("PL/pgSQL function", "violates foreign key constraint");
    }
}
