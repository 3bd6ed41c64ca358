package dev.latchkey.input;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A clinic's phone number as people there write it, like {@code 02 9250 1234}: it is shown, and dialled by people. */
@Pattern(regexp = "[+0-9][0-9 ()./-]{2,38}[0-9]")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({FIELD, RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface PhoneText {

    String message() default "must be a phone number like 02 9250 1234, of 4 to 40 characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
