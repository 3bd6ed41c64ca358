package dev.latchkey.support;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.latchkey.support.Node.Answer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A configured installation: nodes of the packaged application, one database, one mail server, one clinic. */
public final class Installation implements AutoCloseable {

    private static final String RUNNING = "Login links lead to";
    public static final String OPERATOR_KEY = "an operator's key that is hard to guess";
    private static final String OWNER = "owner@clinic.example.org";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres database;
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Plans plans;
    private final List<PackagedApp> apps;
    private final List<Node> nodes;
    private final Map<String, String> clients = new ConcurrentHashMap<>();
    private final String owner;

    private Installation(Path directory, int nodes, Map<String, String> more) throws Exception {
        this(directory, nodes, more, EmbeddedPostgres.builder());
    }

    private Installation(Path directory, int nodes, Map<String, String> more, EmbeddedPostgres.Builder server)
            throws Exception {
        plans = new Plans(directory);
        database = server.start();
        mail.start();
        superuser().tells("create role portal login password 'portal''s own'");
        var settings = settings(directory);
        settings.putAll(more);
        apps = Stream.generate(() -> PackagedApp.start(directory, settings))
                .limit(nodes)
                .collect(toCollection(ArrayList::new));
        this.nodes =
                apps.stream().map(app -> new Node(app.untilItPrints(RUNNING))).toList();
        owner = signedInOwner();
    }

    public static Installation ofTwoNodes(Path directory) throws Exception {
        return new Installation(directory, 2, Map.of());
    }

    /** One node, with more settings than an operator has to make. */
    public static Installation ofOneNode(Path directory, Map<String, String> more) throws Exception {
        return new Installation(directory, 1, more);
    }

    /** One node, on a database that says how it carries out each statement. */
    public static Installation explaining(Path directory) throws Exception {
        return new Installation(directory, 1, Map.of(), new Plans(directory).explaining(EmbeddedPostgres.builder()));
    }

    /** Raises the limits of one address: many people share it here, and do in a minute what they do in hours otherwise. */
    private Map<String, String> settings(Path directory) {
        var settings =
                PackagedApp.settled("jdbc:postgresql://127.0.0.1:" + database.getPort() + "/postgres", directory);
        settings.put("QUARKUS_DATASOURCE_USERNAME", "portal");
        settings.put("QUARKUS_DATASOURCE_PASSWORD", "portal's own");
        settings.put("QUARKUS_LIQUIBASE_USERNAME", "postgres");
        settings.put("QUARKUS_LIQUIBASE_PASSWORD", "postgres");
        settings.put("QUARKUS_MAILER_PORT", String.valueOf(mail.getSmtp().getPort()));
        settings.put("LATCHKEY_OPERATOR_KEY", OPERATOR_KEY);
        settings.put("LATCHKEY_REFRESH_TOKEN_CARRIER", "body");
        settings.put("LATCHKEY_SIGNING_KEY_READ_AGAIN_AFTER", "500ms");
        settings.put("LATCHKEY_LIMITS_LOGIN_LINK_SENDINGS_PER_STAFF_MEMBER", "100000/1s");
        settings.put("LATCHKEY_LIMITS_LETTERS_PER_SENDER", "1000000/1m");
        settings.put("LATCHKEY_LIMITS_LETTERS_REQUESTED_PER_IP", "1000000/1m");
        settings.put("LATCHKEY_LIMITS_LETTERS_PER_CLINIC", "1000000/1m");
        settings.put("LATCHKEY_LIMITS_BULK_LETTERS_PER_CLINIC", "1000000/1m");
        settings.put("LATCHKEY_LIMITS_LOGIN_FAILURES_PER_IP", "100000/1s");
        settings.put("LATCHKEY_LIMITS_LOGIN_FAILURES_PER_NETWORK", "100000/1s");
        settings.put("LATCHKEY_LIMITS_LOGIN_FAILURES_PER_SITE", "100000/1s");
        settings.put("LATCHKEY_LIMITS_SIGN_IN_REQUESTS", "10000/1s");
        return settings;
    }

    private String signedInOwner() {
        one().post(
                        "/v1/operator/clinics",
                        Map.of(
                                "name", "Riverside Physio",
                                "slug", "riverside-physio",
                                "timeZone", "Europe/Berlin",
                                "currency", "EUR",
                                "owner", Map.of("displayName", "Robin Owner", "email", OWNER)),
                        OPERATOR_KEY)
                .text(201, "id");
        var token = secrets("owner").get(OWNER);
        one().post("/v1/staff/invitations/acceptance", Map.of("token", token, "password", Person.PASSWORD))
                .text(200, "id");
        return ownerSignsInAt(one());
    }

    /** The access token of a new session. */
    public String ownerSignsInAt(Node node) {
        return node.post("/v1/staff/sessions", Map.of("email", OWNER, "password", Person.PASSWORD))
                .text(201, "accessToken");
    }

    /** A colleague of the owner's who has just signed in. */
    public Answer colleague(String address) {
        var member = Map.of("displayName", "Sam Staff", "email", address, "role", "receptionist");
        one().post("/v1/staff/members", member, owner).text(201, "id");
        var token = secrets(address).get(address);
        one().post("/v1/staff/invitations/acceptance", Map.of("token", token, "password", Person.PASSWORD))
                .text(200, "id");
        return one().post("/v1/staff/sessions", Map.of("email", address, "password", Person.PASSWORD));
    }

    public Node one() {
        return nodes.get(0);
    }

    public Node other() {
        return nodes.get(nodes.size() - 1);
    }

    /** As a power cut ends it. */
    public void killOther() {
        apps.get(apps.size() - 1).kill();
    }

    /** At the same address. */
    public void startOtherAgain() {
        apps.set(
                apps.size() - 1,
                apps.get(apps.size() - 1)
                        .startedAgain(Map.of())
                        .untilItPrints(RUNNING)
                        .untilItIsReady());
    }

    public String portal() {
        return "/v1/portals/riverside-physio";
    }

    /** New clients, to each of whom a link was sent: their addresses, which begin with the name, and the secrets of their links. */
    public Map<String, String> linksSentTo(int howMany, String name) throws Exception {
        var acts = new ArrayList<Callable<Answer>>();
        for (var n = 0; n < howMany; n++) {
            var node = n % 2 == 0 ? one() : other();
            var address = name + "-" + n + "@example.org";
            acts.add(() -> {
                clients.put(address, add(node, address));
                return orders(node, address);
            });
        }
        for (var from = 0; from < howMany; from += 20) {
            Together.all(acts.subList(from, Math.min(howMany, from + 20))).forEach(order -> order.text(202, "id"));
        }
        await().atMost(PATIENCE).until(() -> secrets(name).size() == howMany);
        return secrets(name);
    }

    private String add(Node node, String address) {
        var client = Map.of("givenName", "Mia", "familyName", "Larsen", "email", address);
        return node.post("/v1/staff/clients", client, owner).text(201, "id");
    }

    /** The owner's access token. */
    public String owner() {
        return owner;
    }

    /** Staff order a link for a client who is there already. */
    public Answer orders(Node node, String address) {
        var path = "/v1/staff/clients/" + clients.get(address) + "/login-links";
        return node.post(path, Map.of("confirmedEmail", address), owner);
    }

    private Map<String, String> secrets(String name) {
        await().atMost(PATIENCE)
                .until(() -> letters().stream().anyMatch(letter -> letter.to().startsWith(name)));
        var secrets = new LinkedHashMap<String, String>();
        letters().stream()
                .filter(letter -> letter.to().startsWith(name))
                .forEach(letter -> secrets.put(letter.to(), letter.secret()));
        return secrets;
    }

    /** All that were delivered, in their order. */
    public List<DeliveredLetter> letters() {
        return Arrays.stream(mail.getReceivedMessages())
                .map(DeliveredLetter::of)
                .toList();
    }

    public Superuser superuser() {
        return new Superuser(database);
    }

    public Plans plans() {
        return plans;
    }

    public String printed() {
        return apps.stream().map(PackagedApp::printed).collect(joining());
    }

    @Override
    public void close() throws Exception {
        apps.forEach(PackagedApp::close);
        mail.stop();
        database.close();
    }
}
