package dev.latchkey.clinics;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A time zone of the IANA database, which knows when clocks change; a bare offset does not. */
@Constraint(validatedBy = TimeZoneId.Rule.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface TimeZoneId {

    String message() default "must be an IANA time zone, like Australia/Sydney";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Rule implements ConstraintValidator<TimeZoneId, String> {

        private static final String FILE = "/clinics/time-zones.txt";
        private static final String COMMENT = "#";
        private static final Set<String> KNOWN = read();

        private static Set<String> read() {
            try (var lines = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(TimeZoneId.class.getResourceAsStream(FILE)), US_ASCII))) {
                return lines.lines().filter(line -> !line.startsWith(COMMENT)).collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean isValid(@Nullable String id, ConstraintValidatorContext context) {
            return id == null || KNOWN.contains(id);
        }
    }
}
