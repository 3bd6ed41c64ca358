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

        @Override
        public boolean isValid(@Nullable String id, ConstraintValidatorContext context) {
            return id == null || ZoneId.getAvailableZoneIds().contains(id);
        }
    }
}
