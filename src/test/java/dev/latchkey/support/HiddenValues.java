package dev.latchkey.support;

import dev.latchkey.support.Node.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What must not be found: secrets nowhere at all, addresses nowhere but where they are on record. */
public final class HiddenValues {

    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final Map<String, String> addresses = new LinkedHashMap<>();

    public String keep(String what, String secret) {
        if (!secret.isEmpty()) {
            secrets.put(what + " " + secrets.size(), secret);
        }
        return secret;
    }

    /** Every token that an answer hands out. */
    public void keepTokens(Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        answer.body()
                .propertyStream()
                .filter(member -> member.getKey().endsWith("Token"))
                .forEach(member -> keep(member.getKey(), member.getValue().asText()));
    }

    public String type(String whose, String address) {
        addresses.put(whose + " address " + addresses.size(), address);
        return address;
    }

    /** Each with the first line that it stands in. */
    public List<String> leaksInto(String text) {
        var lines = text.lines().toList();
        Function<String, List<String>> places = word ->
                lines.stream().filter(line -> standsIn(line, word)).limit(1).toList();
        return leaks(places, places);
    }

    /** Each with the table that it stands in. */
    public List<String> leaksInto(Dump dump) {
        return leaks(dump::tablesWith, dump::tablesThatName);
    }

    /** Six digits stand in many a hash, but there they are no word. */
    static boolean standsIn(String text, String word) {
        return CODE.matcher(word).matches()
                ? Pattern.compile("(?<![\\w.,+-])" + word + "(?![\\w-])")
                        .matcher(text)
                        .find()
                : text.contains(word);
    }

    private List<String> leaks(
            Function<String, List<String>> placesOfSecrets, Function<String, List<String>> placesOfAddresses) {
        var leaks = new LinkedHashMap<String, List<String>>();
        secrets.forEach((what, secret) -> leaks.put(what, placesOfSecrets.apply(secret)));
        addresses.forEach((whose, address) -> leaks.put(whose, placesOfAddresses.apply(address)));
        return leaks.entrySet().stream()
                .filter(leak -> !leak.getValue().isEmpty())
                .map(leak -> leak.getKey() + ": " + leak.getValue())
                .toList();
    }
}
