package dev.latchkey.clinics;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A time zone of the IANA database, by its name: no offset and no abbreviation, for those know nothing of summer time. */
@Constraint(validatedBy = TimeZoneId.Rule.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface TimeZoneId {

    String message() default "must be an IANA time zone, like Australia/Sydney";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Rule implements ConstraintValidator<TimeZoneId, String> {

        private static final String JAVAS_OWN = "SystemV/"; // no browser knows them
        private static final Set<String> NAMES = ZoneId.getAvailableZoneIds().stream()
                .filter(Predicate.not(name -> name.startsWith(JAVAS_OWN)))
                .collect(Collectors.toUnmodifiableSet());

        @Override
        public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
            return name == null || NAMES.contains(name);
        }
    }
}
