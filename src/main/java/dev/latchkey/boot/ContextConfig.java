package dev.latchkey.boot;

import static java.util.function.Predicate.not;

import dev.latchkey.standalone.GivenConfig;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigValue;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What is configured when the application starts, before any bean exists. */
record ContextConfig(ConfigSourceContext context) implements GivenConfig {

    @Override
    public Optional<String> value(String name) {
        return Optional.ofNullable(context.getValue(name))
                .filter(value -> value.getConfigSourceOrdinal() > Integer.MIN_VALUE) // the framework's own defaults
                .map(ConfigValue::getValue)
                .filter(not(String::isBlank));
    }

    @Override
    public Stream<String> names() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(context.iterateNames(), Spliterator.ORDERED), false);
    }

    @Override
    public List<String> profiles() {
        return context.getProfiles();
    }
}
