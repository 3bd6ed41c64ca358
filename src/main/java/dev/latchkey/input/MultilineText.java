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

/** A text that people write, or paste, in several lines, as {@link VisibleText} understands it. A member of a body is read as it is kept. */
@Constraint(validatedBy = MultilineText.Rule.class)
@JacksonAnnotationsInside
@JsonDeserialize(using = MultilineText.Reader.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface MultilineText {

    String message() default
            "must have something visible, and no control, formatting or unassigned characters but line breaks";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** So that its length, and the request's fingerprint, are those of what is kept. */
    class Reader extends StringDeserializer {

        private static final long serialVersionUID = 1;

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var typed = super.deserialize(parser, context);
            return typed == null ? null : VisibleText.text(typed);
        }
    }

    class Rule implements ConstraintValidator<MultilineText, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || VisibleText.isText(VisibleText.text(text));
        }
    }
}
