package dev.latchkey.faults;

import dev.latchkey.faults.Cluster.Client;
import dev.latchkey.support.Api;
import dev.latchkey.support.Bill;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes an invoice, gives it its number, and takes the money for it: each step under a key, until it is answered. */
record Biller(Caller caller, String owner, Promises promises, List<Client> clients, Random chance)
        implements Load.Role {

    @Override
    public void act() throws Exception {
        var client = clients.get(chance.nextInt(clients.size()));
        var draft = Map.of("dueOn", Bill.SOME_DAY, "lines", List.of(Bill.line("1", "80.00", "EUR", "0")));
        var id = keyed(Api.CLIENTS + "/" + client.id() + "/invoices", draft).text(201, "id");
        promises.invoice(id);
        var invoice = Api.STAFF_INVOICES + "/" + id;
        promises.number(id, keyed(invoice + "/finalisation", Map.of()).text(200, "number"));
        var payment = Map.of("amount", Bill.money("80.00", "EUR"), "method", "card");
        promises.payment(id, keyed(invoice + "/payments", payment).text(201, "status"));
    }

    private Reply keyed(String path, Map<String, ?> body) throws Exception {
        return caller.untilAnswered(
                path, body, owner, new java.util.UUID(chance.nextLong(), chance.nextLong()).toString());
    }
}
