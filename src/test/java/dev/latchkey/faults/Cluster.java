package dev.latchkey.faults;

import static org.awaitility.Awaitility.await;

import dev.latchkey.support.Api;
import dev.latchkey.support.PackagedApp;
import dev.latchkey.support.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Two nodes of the packaged application behind a balancer, a database, a mail server, and one clinic with its clients. */
final class Cluster implements AutoCloseable {

    static final String SLUG = "riverside-physio";
    private static final String RUNNING = "Login links lead to";
    private static final String OPERATOR_KEY = "an operator's key that is hard to guess";
    private static final String OWNER = "owner@clinic.example.org";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CLIENTS = 60;

    final Postgres database;
    final PostOffice mail = new PostOffice();
    private final List<PackagedApp> nodes = new ArrayList<>();
    private @Nullable Balancer balancer;
    private final Promises promises = new Promises();
    private final List<Client> clients = new ArrayList<>();

    private Cluster(Path directory) throws Exception {
        database = new Postgres(directory);
    }

    static Cluster in(Path directory) throws Exception {
        var cluster = new Cluster(directory);
        try {
            cluster.begins(directory);
            return cluster;
        } catch (Throwable e) {
            cluster.close(); // processes outlive a test that fails
            throw e;
        }
    }

    private void begins(Path directory) throws Exception {
        database.tells("create role portal login password 'portal''s own'");
        var settings = Settings.of(database, mail, OPERATOR_KEY, directory);
        for (var n = 0; n < 2; n++) {
            nodes.add(PackagedApp.start(directory, settings));
            nodes.get(n).untilItPrints(RUNNING);
        }
        balancer = Balancer.before(nodes, directory);
        balancer().untilAllAreUp();
        opensTheClinic();
    }

    private Balancer balancer() {
        return Objects.requireNonNull(balancer);
    }

    private void opensTheClinic() throws Exception {
        var stranger = new Caller(balancer().door(), new Tally());
        var owner = Map.of("displayName", "Robin Owner", "email", OWNER);
        stranger.post(
                        Api.CLINICS,
                        Map.of(
                                "name", "Riverside Physio",
                                "slug", SLUG,
                                "timeZone", "Europe/Berlin",
                                "currency", "EUR",
                                "owner", owner),
                        OPERATOR_KEY,
                        null)
                .text(201, "id");
        await().atMost(PATIENCE).until(() -> !mail.delivered().isEmpty());
        var token = mail.delivered().get(0).letter().secret();
        stranger.post(Api.ACCEPTANCE, Map.of("token", token, "password", Person.PASSWORD), null, null)
                .text(200, "id");
        var signedIn = ownerSignsIn(stranger);
        for (var n = 0; n < CLIENTS; n++) {
            var email = "client-" + n + "@example.org";
            var client = Map.of("givenName", "Mia", "familyName", "Larsen", "email", email);
            clients.add(new Client(
                    stranger.post(Api.CLIENTS, client, signedIn, null).text(201, "id"), email));
        }
    }

    /** The access token, which is good for longer than a run takes. */
    static String ownerSignsIn(Caller stranger) throws Exception {
        return stranger.post(Api.STAFF_SESSIONS, Map.of("email", OWNER, "password", Person.PASSWORD), null, null)
                .text(201, "accessToken");
    }

    List<Client> clients() {
        return clients;
    }

    Promises promises() {
        return promises;
    }

    Caller caller(Tally tally) {
        return new Caller(balancer().door(), tally);
    }

    PackagedApp node(int n) {
        return nodes.get(n);
    }

    /** Ready, and asked again by the balancer. */
    void startsAgain(int n, Map<String, String> more) {
        nodes.set(n, nodes.get(n).startedAgain(more));
        nodes.get(n).untilItPrints(RUNNING);
        balancer().untilAllAreUp();
    }

    /** By how much its clock differs from ours, as the tokens say that it signs, but for as long as it takes to sign one. */
    long secondsAhead(int n) throws Exception {
        var caller = new Caller(nodes.get(n).uri(), new Tally());
        ownerSignsIn(caller); // which takes seconds where it is the node's first
        var before = Instant.now().getEpochSecond();
        var token = ownerSignsIn(caller);
        return Token.claims(token).path("iat").asLong() - before;
    }

    /** Does it under load, and sees whether all promises hold when it is over, and these too. */
    void withstands(String fault, Run run, Fault what, Expectation... more) throws Exception {
        var tally = new Tally();
        Throwable broken = null;
        try {
            var load = Load.on(this, run, tally);
            try {
                load.awaitRecovery();
                what.happens(run.random(fault));
                load.awaitRecovery();
            } finally {
                load.ends();
            }
            promises.settle(this);
            promises.hold(this);
            for (var expectation : more) {
                expectation.holds(tally);
            }
        } catch (Throwable e) {
            broken = e;
            throw e;
        } finally {
            Results.add(fault, run, tally, broken);
        }
    }

    @Override
    public void close() throws IOException {
        if (balancer != null) {
            balancer.close();
        }
        nodes.forEach(PackagedApp::close);
        mail.close();
        database.close();
    }

    record Client(String id, String email) {}

    /** Begins and ends; what is left to chance in it, it takes from there. */
    interface Fault {

        void happens(Random chance) throws Exception;
    }

    /** What must be true of what callers met with, beside the promises. */
    interface Expectation {

        void holds(Tally tally);
    }
}
