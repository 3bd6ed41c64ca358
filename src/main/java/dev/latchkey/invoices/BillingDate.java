package dev.latchkey.invoices;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A date of an invoice or a payment: it lies in this century, because any other is a typing mistake. */
@Constraint(validatedBy = BillingDate.Rule.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface BillingDate {

    String message() default "must be a date from 2000 to 2099";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Rule implements ConstraintValidator<BillingDate, LocalDate> {

        private static final int FIRST_YEAR = 2000;
        private static final int LAST_YEAR = 2099;

        @Override
        public boolean isValid(@Nullable LocalDate date, ConstraintValidatorContext context) {
            return date == null || date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
        }
    }
}
