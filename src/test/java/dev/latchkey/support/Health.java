package dev.latchkey.support;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;

/** What a node says of itself: {@code live}, {@code ready} or {@code started}. */
public record Health(int status, JsonPath body) {

    public static Health of(String which) {
        var answer = given().port(port()).get("/q/health/" + which);
        return new Health(answer.statusCode(), answer.jsonPath());
    }

    /** The one that is not for the public. */
    public static int port() {
        return URI.create(ConfigProvider.getConfig().getValue("test.management.url", String.class))
                .getPort();
    }

    /** UP or DOWN. */
    public String check(String name) {
        return body.getString("checks.find { it.name == '" + name + "' }.status");
    }

    public String data(String name, String member) {
        return body.getString("checks.find { it.name == '" + name + "' }.data." + member);
    }
}
