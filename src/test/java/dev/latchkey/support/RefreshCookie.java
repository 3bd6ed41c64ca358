package dev.latchkey.support;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;

/** A refresh token as the browser keeps it. {@code whose} is client or staff. */
public record RefreshCookie(String whose, String token) {

    private static final String ORIGIN = "http://localhost:5173";

    /** The one that an answer sets. */
    public static RefreshCookie of(Response answer) {
        var set = answer.headers().getValues("Set-Cookie").stream()
                .filter(cookie -> !cookie.startsWith("__Host-latchkey-device-"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no cookie: " + answer.statusCode() + " " + answer.asString()));
        var name = set.substring("__Host-latchkey-".length(), set.indexOf('='));
        return new RefreshCookie(name, set.substring(set.indexOf('=') + 1, set.indexOf(';')));
    }

    public Response refreshes() {
        return refreshesFrom(ORIGIN);
    }

    public Response refreshesFrom(String origin) {
        return send(Map.of("Origin", origin));
    }

    public Response refreshesFromNowhere() {
        return send(Map.of());
    }

    public Response refreshesInTheBody() {
        return Person.stranger().post(path(), Map.of("refreshToken", token));
    }

    private Response send(Map<String, String> more) {
        var headers = new HashMap<>(more);
        headers.put("Cookie", "__Host-latchkey-" + whose + "=" + token);
        return Person.stranger().sends("POST", path(), null, headers);
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
