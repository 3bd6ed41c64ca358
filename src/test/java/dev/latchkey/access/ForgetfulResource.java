package dev.latchkey.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestPath;

/** Endpoints of the tests alone, whose queries forgot to ask whose rows. */
@Path("/forgetful")
class ForgetfulResource {

    /** By table, the column that says what a row is. */
    static final Map<String, String> QUESTIONS = Map.of(
            "client", "id",
            "appointment", "id",
            "invoice", "id",
            "invoice_line", "invoice_id",
            "payment", "invoice_id",
            "document", "id",
            "login_link", "address_key",
            "login_request", "id",
            "letter", "recipient",
            "idempotency_key", "key");

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
