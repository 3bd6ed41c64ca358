package dev.latchkey.kernel;

import java.util.Locale;
import java.util.regex.Pattern;

/** This machine, by the names that always mean it. */
public final class Loopback {

    private static final Pattern V4 = Pattern.compile("127(\\.\\d{1,3}){3}");

    private Loopback() {}

    /** An IPv6 address may stand in brackets, as in a URL. A name may end in a dot, as the root of all names is written. */
    public static boolean isLoopback(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        var plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return plain.equals("localhost")
                || plain.endsWith(".localhost") // RFC 6761, 6.3
                || plain.equals("::1")
                || plain.equals("[::1]")
                || V4.matcher(plain).matches();
    }
}
