package dev.latchkey.tenancy;

import dev.latchkey.access.Right;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestPath;

/** Endpoints of the tests alone, whose queries forgot to ask whose rows. */
@Path("/docs/forgetful")
class ForgetfulResource {

    /** By table, the column that says what a row is. */
    static final Map<String, String> QUESTIONS = Map.ofEntries(
            Map.entry("client", "id"),
            Map.entry("appointment", "id"),
            Map.entry("invoice", "id"),
            Map.entry("invoice_line", "invoice_id"),
            Map.entry("payment", "invoice_id"),
            Map.entry("document", "id"),
            Map.entry("login_link", "address_key"),
            Map.entry("login_request", "id"),
            Map.entry("email_change", "email"),
            Map.entry("letter", "recipient"),
            Map.entry("idempotency_key", "key"),
            Map.entry("clinic", "id"),
            Map.entry("location", "clinic_id"),
            Map.entry("practitioner", "clinic_id"),
            Map.entry("service", "clinic_id"),
            Map.entry("invoice_counter", "clinic_id"),
            Map.entry("session", "clinic_id"),
            Map.entry("staff_member", "clinic_id"),
            Map.entry("staff_invitation", "staff_member_id"),
            Map.entry("staff_password_reset", "staff_member_id"),
            Map.entry("staff_password_reset_request", "id"),
            Map.entry("staff_second_factor", "staff_member_id"),
            Map.entry("staff_second_factor_step", "staff_member_id"),
            Map.entry("staff_recovery_code", "staff_member_id"),
            Map.entry("staff_factor_challenge", "staff_member_id"),
            Map.entry("audit_unsealed", "chain"),
            Map.entry("audit_seal", "chain"),
            Map.entry("restore_epoch", "restored_at"));

    private final Session database;

    ForgetfulResource(Session database) {
        this.database = database;
    }

    @GET
    @Path("/{table}")
    @RolesAllowed({Right.CLIENT, Right.STAFF})
    public List<String> all(@RestPath String table) {
        return rows(table);
    }

    @GET
    @Path("/{table}/in-a-transaction")
    @RolesAllowed({Right.CLIENT, Right.STAFF})
    @Transactional
    public List<String> allInATransaction(@RestPath String table) {
        return rows(table);
    }

    private List<String> rows(String table) {
        return database.createNativeQuery(
                        "select cast(" + QUESTIONS.get(table) + " as text) from " + table, String.class)
                .getResultList();
    }
}
