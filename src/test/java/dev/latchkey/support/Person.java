package dev.latchkey.support;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A caller of the API: a client, a staff member, the operator, or a stranger. */
public final class Person {

    private static final Exchanges EXCHANGES = new Exchanges();

    /** Of every staff member, until they change it. */
    public static final String PASSWORD = "correct horse battery staple";

    private final @Nullable String slug;
    private final @Nullable String id;
    private final @Nullable String email;
    private final String ip;
    private @Nullable String token;

    private Person(@Nullable String slug, @Nullable String id, @Nullable String email, @Nullable String token) {
        this(slug, id, email, somewhere(), token);
    }

    private Person(
            @Nullable String slug, @Nullable String id, @Nullable String email, String ip, @Nullable String token) {
        this.slug = slug;
        this.id = id;
        this.email = email;
        this.ip = ip;
        this.token = token;
    }

    /** A household of its own for everybody, for limits are kept by address. */
    private static String somewhere() {
        var random = ThreadLocalRandom.current();
        return "2001:db8:%x:%x::1".formatted(random.nextInt(0x10000), random.nextInt(0x10000));
    }

    public static Person stranger() {
        return new Person(null, null, null, null);
    }

    public static Person withToken(String token) {
        return new Person(null, null, null, token);
    }

    static Person client(String slug, String id, @Nullable String email) {
        return new Person(slug, id, email, null);
    }

    /** A person who asks at this clinic's portal, be they a client or not. */
    public static Person asking(Practice clinic, String email) {
        return new Person(clinic.slug(), null, email, null);
    }

    public static Person signedInStaff(String email) {
        return signedInStaff(email, PASSWORD);
    }

    public static Person signedInStaff(String email, String password) {
        var answer = stranger().post("/v1/staff/sessions", Map.of("email", email, "password", password));
        answer.then().statusCode(201);
        return new Person(null, Answers.text(answer, "/staffMember/id"), email, Answers.text(answer, "/accessToken"));
    }

    public String id() {
        return Objects.requireNonNull(id);
    }

    public String email() {
        return Objects.requireNonNull(email);
    }

    public String token() {
        return Objects.requireNonNull(token);
    }

    public Response asksForALoginLink() {
        return stranger().post("/v1/portals/" + slug + "/login-links", Map.of("email", email()));
    }

    /** Asks for a link, waits for the letter, and follows the link in it. */
    public Person signsIn() {
        asksForALoginLink().then().statusCode(202);
        followsTheLinkInTheirMail().then().statusCode(201);
        return this;
    }

    /** Once more, with a newer link. */
    public Person signsInAgain() {
        return signsInAgainWith(Map.of());
    }

    /** With headers that tell with what. */
    public Person signsInAgainWith(Map<String, String> headers) {
        var before = Mailbox.lettersTo(email()).size();
        asksForALoginLink().then().statusCode(202);
        var link = Mailbox.lettersTo(email(), before + 1).get(0).fragment();
        var answer = stranger().sends("POST", "/v1/sessions", Map.of("token", link), headers);
        enters(answer);
        answer.then().statusCode(201);
        return this;
    }

    public Response followsTheLinkInTheirMail() {
        return follows(Mailbox.newestTo(email()).fragment());
    }

    public Response follows(String linkToken) {
        var answer = stranger().post("/v1/sessions", Map.of("token", linkToken));
        enters(answer);
        return answer;
    }

    public Response chooses(String choiceToken, String ref) {
        var answer = withToken(choiceToken).post("/v1/sessions/profile-choice", Map.of("ref", ref));
        enters(answer);
        return answer;
    }

    public Response switchesTo(String profileId) {
        return post("/v1/sessions/current/profile", Map.of("profileId", profileId));
    }

    public Response redeems(String linkToken) {
        return post(Api.SESSIONS, Map.of("token", linkToken));
    }

    public Response entersLoginCode(String requestId, String code) {
        return post(Api.SESSIONS, Map.of("requestId", requestId, "code", code));
    }

    public Response renewsLink(String linkToken) {
        return post(Api.RENEWALS, Map.of("token", linkToken));
    }

    public Response refreshes(String refreshToken) {
        return post(Api.REFRESHING, Map.of("refreshToken", refreshToken));
    }

    public Response signsOut() {
        return delete(Api.CURRENT_SESSION);
    }

    public Response endsSession(String sessionId) {
        return delete(Api.SESSIONS + "/" + sessionId);
    }

    public Response signsInAsStaff(String email, String password) {
        return post(Api.STAFF_SESSIONS, Map.of("email", email, "password", password));
    }

    public Response entersSecondFactor(String secondFactorToken, String code) {
        return post(Api.STAFF_CODE, Map.of("secondFactorToken", secondFactorToken, "code", code));
    }

    public Response signsOutOfStaff() {
        return delete(Api.CURRENT_STAFF_SESSION);
    }

    public Response endsStaffSession(String sessionId) {
        return delete(Api.STAFF_SESSIONS + "/" + sessionId);
    }

    public Response acceptsInvitation(String invitationToken, String password) {
        return post(Api.ACCEPTANCE, Map.of("token", invitationToken, "password", password));
    }

    public Response changesPassword(String current, String next) {
        return put(Api.PASSWORD, Map.of("currentPassword", current, "newPassword", next));
    }

    public Response requestsPasswordReset(String email) {
        return post(Api.RESETS, Map.of("email", email));
    }

    public Response completesPasswordReset(String resetToken, String password) {
        return post(Api.RESET_COMPLETION, Map.of("token", resetToken, "password", password));
    }

    public Response beginsEnrolment(String password) {
        return post(Api.SECOND_FACTOR + "/enrolment", Map.of("password", password));
    }

    public Response confirmsEnrolment(String code) {
        return post(Api.SECOND_FACTOR + "/confirmation", Map.of("code", code));
    }

    public Response sendsLoginLinkTo(Person client, String confirmedEmail) {
        return post(Api.CLIENTS + "/" + client.id() + "/login-links", Map.of("confirmedEmail", confirmedEmail));
    }

    public Response changesEmailOf(Person client, String email) {
        return patch(Api.CLIENTS + "/" + client.id(), Map.of("email", email));
    }

    public Response asksToConfirm(Person client, String email) {
        return put(emailChangeOf(client), Map.of("email", email));
    }

    public Response cancelsEmailChangeOf(Person client) {
        return delete(emailChangeOf(client));
    }

    public Response looksAtEmailChangeOf(Person client) {
        return get(emailChangeOf(client));
    }

    private static String emailChangeOf(Person client) {
        return Api.CLIENTS + "/" + client.id() + "/email-change";
    }

    public Response confirmsEmail(String letterToken) {
        return post(Api.EMAIL_CONFIRMATIONS, Map.of("token", letterToken));
    }

    public Response archives(Person client) {
        return put(Api.CLIENTS + "/" + client.id() + "/archival");
    }

    public Response restores(Person client) {
        return delete(Api.CLIENTS + "/" + client.id() + "/archival");
    }

    public Response endsSessionsOf(Person client) {
        return delete(Api.CLIENTS + "/" + client.id() + "/sessions");
    }

    public Response clearsAddressFlagOf(Person client) {
        return delete(Api.CLIENTS + "/" + client.id() + "/address-flag");
    }

    private void enters(Response answer) {
        if (answer.statusCode() == 201) {
            token = Answers.text(answer, "/accessToken");
        }
    }

    public Response get(String path) {
        return send("GET", path, null);
    }

    public Response post(String path, Object body) {
        return send("POST", path, body);
    }

    public Response post(String path) {
        return send("POST", path, null);
    }

    public Response put(String path) {
        return send("PUT", path, null);
    }

    public Response put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Response delete(String path) {
        return send("DELETE", path, null);
    }

    /** Changes what they have just read. */
    public Response patch(String path, Object body) {
        return sends("PATCH", path, body, Map.of("If-Match", get(path).header("ETag")));
    }

    private Response send(String method, String path, @Nullable Object body) {
        return sends(method, path, body, Map.of());
    }

    /** With headers besides those that tell who they are. */
    public Response sends(String method, String path, @Nullable Object body, Map<String, String> more) {
        var headers = headersWith(more);
        var text = body == null ? null : PlainHttp.text(body);
        if (text != null) {
            headers.putIfAbsent("Content-Type", "application/json");
        }
        var answer = PlainHttp.send(method, path, headers, text);
        Exchanges.check(new Exchanges.Request(method, path, headers.get("Content-Type"), text), answer);
        return answer;
    }

    private Map<String, String> headersWith(Map<String, String> more) {
        var headers = new HashMap<>(more);
        headers.put("X-Forwarded-For", ip);
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        return headers;
    }

    /** Staff alone: puts a file among a client's. */
    public Response uploads(Person client, String name, byte[] bytes, boolean shared) {
        var file = new SentFile(name, bytes, String.valueOf(shared));
        return uploads("/v1/staff/clients/" + client.id() + "/files", file, Map.of());
    }

    public Response putsPicture(String locationId, String kind, byte[] bytes) {
        return uploads("PUT", Api.picture(locationId, kind), new SentFile("any name", bytes, null), Map.of());
    }

    public Response uploads(String path, SentFile file, Map<String, String> more) {
        return uploads("POST", path, file, more);
    }

    Response uploads(String method, String path, SentFile file, Map<String, String> more) {
        var headers = headersWith(more);
        headers.put("Content-Type", SentFile.MEDIA_TYPE);
        var answer = PlainHttp.sendBytes(method, path, headers, file.bytes());
        Exchanges.check(new Exchanges.Request(method, path, SentFile.MEDIA_TYPE, file.bytes()), answer);
        return answer;
    }

    /** A stranger, as the proxy passes on what they ask. */
    public static Person behind(String forwardedFor) {
        return new Person(null, null, null, forwardedFor, null);
    }

    /** A request of theirs, for whatever has no verb of its own here. */
    public RequestSpecification request() {
        var request = Portal.door().filter(EXCHANGES).urlEncodingEnabled(false).header("X-Forwarded-For", ip);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }
}
