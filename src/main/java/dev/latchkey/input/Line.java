package dev.latchkey.input;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import dev.latchkey.kernel.VisibleText;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A name, or another line that a person wrote, as {@link VisibleText} understands it. A member of a body is read as it is kept. */
@Constraint(validatedBy = Line.Rule.class)
@JacksonAnnotationsInside
@JsonDeserialize(using = Line.Reader.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Line {

    String message() default
            "must be one line with something visible, and no control, formatting or unassigned characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** So that its length, and the request's fingerprint, are those of what is kept. */
    class Reader extends StringDeserializer {

        private static final long serialVersionUID = 1;

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var typed = super.deserialize(parser, context);
            return typed == null ? null : VisibleText.line(typed);
        }
    }

    class Rule implements ConstraintValidator<Line, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || VisibleText.isLine(VisibleText.line(text));
        }
    }
}
