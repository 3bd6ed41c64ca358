package dev.latchkey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import java.util.List;
import java.util.Random;

/** Looks at lists, as staff and as the client who came in last. */
record Reader(Caller caller, String owner, Redeemer redeemer, Random chance) implements Load.Role {

    private static final List<String> OF_STAFF = List.of(Api.CLIENTS, Api.STAFF_ME, Api.PRACTITIONERS);
    private static final List<String> OF_CLIENTS = List.of(Api.ME, Api.APPOINTMENTS, Api.INVOICES, Api.FILES);

    @Override
    public void act() throws Exception {
        var client = redeemer.newest();
        var asClient = client != null && chance.nextBoolean();
        var paths = asClient ? OF_CLIENTS : OF_STAFF;
        var answer = caller.get(paths.get(chance.nextInt(paths.size())), asClient ? client : owner);
        assertThat(answer.isFailure() || answer.status() == 200)
                .as(answer.kind())
                .isTrue();
    }
}
