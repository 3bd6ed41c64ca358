package dev.latchkey.support;

import static io.restassured.RestAssured.given;

import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** What a node tells its operator, on the port that is not for the public. */
public record Metrics(String text) {

    public static Metrics now() {
        var url = URI.create(ConfigProvider.getConfig().getValue("test.management.url", String.class));
        var answer = given().port(url.getPort()).get("/q/metrics");
        return new Metrics(answer.then().statusCode(200).extract().asString());
    }

    /** The sum of all series of this name that have these labels, each written {@code source="staff"}. */
    public double sum(String name, String... labels) {
        return lines().filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Arrays.stream(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    public Set<String> names() {
        return lines().map(line -> line.split("[{ ]", 2)[0]).collect(Collectors.toSet());
    }

    private Stream<String> lines() {
        return text.lines().filter(line -> !line.startsWith("#"));
    }
}
