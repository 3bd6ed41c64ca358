package dev.latchkey.boot;

import dev.latchkey.standalone.GivenConfig;
import io.netty.util.NetUtil;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the operator means, in the one form that the rules judge and the application reads: blanks, capitals and a slash at the end say nothing. */
record UnderstoodConfig(GivenConfig given) implements GivenConfig {

    private static final Map<String, UnaryOperator<String>> FORMS = Map.of(
            "latchkey.portal-url", UnderstoodConfig::address,
            "latchkey.staff-url", UnderstoodConfig::address,
            "quarkus.mailer.own-host-name", String::strip,
            "quarkus.mailer.host", String::strip,
            "quarkus.mailer.from", String::strip,
            "quarkus.mailer.username", String::strip,
            "quarkus.datasource.jdbc.url", String::strip,
            "quarkus.http.cors.origins", each(UnderstoodConfig::origin),
            "latchkey.web.trusted-proxies", each(UnderstoodConfig::network));

    private static final Pattern SLASHES_AT_THE_END = Pattern.compile("(?<!/)/{1,9}$");
    private static final Pattern SCHEME_AND_HOST = Pattern.compile("^[A-Za-z]{1,9}://[^/?#]{1,300}");
    private static final Pattern STANDARD_PORT =
            Pattern.compile("^(https(?=.*:443$)|http(?=.*:80$))(://(?:[^:/]*|\\[[0-9a-f:.]*])):[0-9]{2,3}$");

    @Override
    public Optional<String> value(String name) {
        return given.value(name)
                .map(value -> FORMS.getOrDefault(name, same -> same).apply(value));
    }

    /** Those that the application has to read in another form than they are written in. */
    Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        FORMS.keySet().forEach(name -> value(name)
                .filter(value -> !given.value(name).equals(Optional.of(value)))
                .ifPresent(value -> settings.put(name, value)));
        return settings;
    }

    @Override
    public Stream<String> names() {
        return given.names();
    }

    @Override
    public List<String> profiles() {
        return given.profiles();
    }

    private static UnaryOperator<String> each(UnaryOperator<String> form) {
        return list -> COMMA.splitAsStream(list)
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .map(form)
                .collect(Collectors.joining(","));
    }

    private static String address(String address) {
        var bare = SLASHES_AT_THE_END.matcher(address.strip()).replaceFirst("");
        return SCHEME_AND_HOST.matcher(bare).replaceFirst(found -> found.group().toLowerCase(Locale.ROOT));
    }

    /** As browsers send it (RFC 6454, 6.2). */
    private static String origin(String origin) {
        return STANDARD_PORT.matcher(address(origin)).replaceFirst("$1$2");
    }

    /** An address alone is a network of one, unless it means all of them. */
    private static String network(String network) {
        var address = NetUtil.createByteArrayFromIpAddressString(network);
        return address == null || IntStream.range(0, address.length).allMatch(at -> address[at] == 0)
                ? network
                : network + "/" + address.length * 8;
    }
}
