package dev.latchkey.faults;

import dev.latchkey.faults.Cluster.Client;
import dev.latchkey.support.Api;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Asks for a login link for one client and another; a client who gets no answer asks again, which does no harm. */
record Asker(Caller caller, Promises promises, List<Client> clients, Random chance) implements Load.Role {

    @Override
    public void act() throws Exception {
        var client = clients.get(chance.nextInt(clients.size()));
        var ask = Map.of("email", client.email());
        var answer = caller.untilAnswered(
                () -> caller.post(Api.PORTALS + "/" + Cluster.SLUG + "/login-links", ask, null, null));
        promises.ask(answer.text(202, "requestId"));
    }
}
