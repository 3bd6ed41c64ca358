package dev.latchkey.support;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;

/** What a node says of itself: {@code live}, {@code ready} or {@code started}. */
public record Health(int status, JsonPath body) {

    public static Health of(String which) {
        var url = URI.create(ConfigProvider.getConfig().getValue("test.management.url", String.class));
        var answer = given().port(url.getPort()).get("/q/health/" + which);
        return new Health(answer.statusCode(), answer.jsonPath());
    }

    /** UP or DOWN. */
    public String check(String name) {
        return body.getString("checks.find { it.name == '" + name + "' }.status");
    }

    public String data(String name, String member) {
        return body.getString("checks.find { it.name == '" + name + "' }.data." + member);
    }
}
