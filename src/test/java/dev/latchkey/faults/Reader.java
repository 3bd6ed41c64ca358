package dev.latchkey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

/** Looks at lists, as staff and as the client who came in last. */
record Reader(Caller caller, String owner, Redeemer redeemer, Random chance) implements Load.Role {

    private static final List<String> OF_STAFF =
            List.of("/v1/staff/clients", "/v1/staff/me", "/v1/staff/practitioners");
    private static final List<String> OF_CLIENTS = List.of("/v1/me", "/v1/appointments", "/v1/invoices", "/v1/files");

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
