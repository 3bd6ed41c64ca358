package dev.latchkey.support;

import static io.restassured.RestAssured.given;
import static io.restassured.config.HttpClientConfig.httpClientConfig;

import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.BasicClientConnectionManager;
import org.apache.http.impl.conn.SchemeRegistryFactory;
import org.apache.http.params.HttpParams;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes clinics and their people, through the real endpoints. Every test makes its own, so none can disturb another. */
@SuppressWarnings("deprecation") // RestAssured takes no newer client
public final class Portal {

    /** Of no record. */
    public static final String ANY_ID = "01994c21-7a10-7c3e-9b52-6f1d2e3a4bff";

    /** What RestAssured would read from files for each request. */
    private static final HttpParams CLIENT = new DefaultHttpClient().getParams();

    private static final SchemeRegistry SCHEMES = SchemeRegistryFactory.createDefault();
    private static final RestAssuredConfig CONFIG = RestAssured.config()
            .httpClient(httpClientConfig()
                    .httpClientFactory(() -> new DefaultHttpClient(new BasicClientConnectionManager(SCHEMES), CLIENT)));

    private Portal() {}

    static RequestSpecification door() {
        return given().config(CONFIG).port(PlainHttp.door().getPort());
    }

    public static Person operator() {
        return Person.withToken(ConfigProvider.getConfig().getValue("latchkey.operator-key", String.class));
    }

    /** A clinic in Sydney, with an owner who has signed in. */
    public static Practice clinic() {
        return clinic("Australia/Sydney", "AUD");
    }

    public static Practice clinic(String timeZone, String currency) {
        var slug = "clinic-" + UUID.randomUUID();
        var owner = anAddress("owner");
        operator()
                .post(
                        "/v1/operator/clinics",
                        Map.of(
                                "name",
                                "Harbour Physio",
                                "slug",
                                slug,
                                "timeZone",
                                timeZone,
                                "currency",
                                currency,
                                "bookingUrl",
                                "https://book.example.org/harbour",
                                "owner",
                                Map.of("displayName", "Olivia Owner", "email", owner)))
                .then()
                .statusCode(201);
        return new Practice(slug, staffMemberInvitedAt(owner));
    }

    /** Opens the invitation that was mailed, sets a password, and signs in with it. */
    static Person staffMemberInvitedAt(String email) {
        var invitation = Mailbox.newestTo(email).fragment();
        Person.stranger()
                .post("/v1/staff/invitations/acceptance", Map.of("token", invitation, "password", Person.PASSWORD))
                .then()
                .statusCode(200);
        return Person.signedInStaff(email);
    }

    /** An address that no other person has. */
    public static String anAddress(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 13) + "@example.org";
    }
}
