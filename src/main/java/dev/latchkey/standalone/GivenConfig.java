package dev.latchkey.standalone;

import static java.util.function.Predicate.not;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings that the operator made, without defaults and blanks. */
public interface GivenConfig {

    Pattern COMMA = Pattern.compile(",");
    Pattern NUMBERED = Pattern.compile("[0-9]{1,9}_");
    Pattern OTHER = Pattern.compile("[^A-Za-z0-9]");
    Set<String> YES = Set.of("true", "1", "yes", "y", "on"); // as the framework reads a boolean

    Optional<String> value(String name);

    /** As they are written where they are set: with dots, or as a variable of the environment. */
    Stream<String> names();

    List<String> profiles();

    default boolean has(String name) {
        return value(name).isPresent();
    }

    default boolean isOn(String name) {
        return value(name).filter(GivenConfig::isYes).isPresent();
    }

    /** In one list or, as the framework also reads them, one by one, with any numbers. */
    default Stream<String> listed(String name) {
        var inOne = value(name).stream().flatMap(COMMA::splitAsStream);
        var numbered = names().flatMap(set -> numberIn(variable(set), variable(name) + "_").stream())
                .flatMap(number -> value(name + "[" + number + "]").stream());
        return Stream.concat(inOne, numbered).map(String::strip).filter(not(String::isEmpty));
    }

    static boolean isYes(String said) {
        return YES.contains(said.strip().toLowerCase(Locale.ROOT));
    }

    /** As a variable of the environment. */
    static String variable(String name) {
        return OTHER.matcher(name).replaceAll("_").toUpperCase(Locale.ROOT);
    }

    private static Optional<String> numberIn(String variable, String list) {
        var at = variable.lastIndexOf(list);
        return at < 0
                ? Optional.empty()
                : Optional.of(variable.substring(at + list.length()))
                        .filter(rest -> NUMBERED.matcher(rest).matches())
                        .map(rest -> rest.substring(0, rest.length() - 1));
    }
}
