package dev.latchkey.support;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Every token and password that the tests and the API have sent each other so far, and where one of them is stored. */
public final class PassedSecrets {

    /** To be sought only where there is one: most exchanges have none, and a suite has a hundred thousand. */
    private static final Pattern MEMBER = Pattern.compile("(?:oken|assword)\"\\s*:\\s*\"([^\"\\\\]{16,})\"");

    private static final Pattern COOKIE = Pattern.compile("__Host-[\\w-]+=([\\w.-]{16,})");

    /** Two tokens may begin alike, but never end so. */
    private static final int END = 16;

    private static final Set<String> ENDS = ConcurrentHashMap.newKeySet();

    private PassedSecrets() {}

    static void noteThoseIn(String exchanged) {
        if (exchanged.contains("oken\"") || exchanged.contains("assword\"")) {
            noteAll(MEMBER, exchanged);
        }
        if (exchanged.contains("__Host-")) {
            noteAll(COOKIE, exchanged);
        }
    }

    private static void noteAll(Pattern pattern, String exchanged) {
        pattern.matcher(exchanged).results().forEach(secret -> note(secret.group(1)));
    }

    /** Unless it is only to be long, like 43 times the same letter. */
    public static void note(String secret) {
        if (secret.substring(secret.length() - END).chars().distinct().count() > 4) {
            Dump.shapes(secret).forEach(shape -> ENDS.add(shape.substring(shape.length() - END)));
        }
    }

    /** Each place with what stands before it. */
    public static List<String> placesIn(String text) {
        var ends = Set.copyOf(ENDS);
        var beginnings = new BitSet();
        ends.forEach(end -> beginnings.set(beginning(end, 0)));
        var places = new ArrayList<String>();
        for (var at = 0; at + END <= text.length(); at++) {
            if (beginnings.get(beginning(text, at)) && ends.contains(text.substring(at, at + END))) {
                places.add(text.substring(Math.max(0, at - 200), at + END));
            }
        }
        return places;
    }

    private static int beginning(String text, int at) {
        return (text.charAt(at) * 31 + text.charAt(at + 1)) * 31 + text.charAt(at + 2);
    }
}
