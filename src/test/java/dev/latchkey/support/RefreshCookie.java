package dev.latchkey.support;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** A refresh token as the browser keeps it. {@code whose} is client or staff. */
public record RefreshCookie(String whose, String token) {

    private static final String ORIGIN = "http://localhost:5173";

    /** The one that an answer sets. */
    public static RefreshCookie of(Response answer) {
        var set = answer.then().extract().header("Set-Cookie");
        if (set == null) {
            throw new AssertionError("no cookie: " + answer.statusCode() + " " + answer.asString());
        }
        var name = set.substring("__Host-latchkey-".length(), set.indexOf('='));
        return new RefreshCookie(name, set.substring(set.indexOf('=') + 1, set.indexOf(';')));
    }

    public Response refreshes() {
        return refreshesFrom(ORIGIN);
    }

    public Response refreshesFrom(String origin) {
        return send(Person.nobody().request().header("Origin", origin));
    }

    public Response refreshesFromNowhere() {
        return send(Person.nobody().request());
    }

    public Response refreshesInTheBody() {
        return Person.nobody()
                .request()
                .contentType(ContentType.JSON)
                .body(Map.of("refreshToken", token))
                .post(path());
    }

    private Response send(RequestSpecification request) {
        return request.noContentType()
                .header("Cookie", "__Host-latchkey-" + whose + "=" + token)
                .post(path());
    }

    private String path() {
        return whose.equals("staff") ? "/v1/staff/sessions/refresh" : "/v1/sessions/refresh";
    }

    /** With one bit of its proof turned over. */
    public RefreshCookie forged() {
        var middle = token.length() / 2;
        var other = token.charAt(middle) == 'A' ? 'B' : 'A';
        return new RefreshCookie(whose, token.substring(0, middle) + other + token.substring(middle + 1));
    }

    public RefreshCookie asStaff() {
        return new RefreshCookie("staff", token);
    }
}
