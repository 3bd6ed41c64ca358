package dev.latchkey.passwords;

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

/** A password that a member chooses: what any keyboard types, and nothing that is not seen. It is read, and its length counted, as it is compared. */
@Constraint(validatedBy = NewPassword.Rule.class)
@JacksonAnnotationsInside
@JsonDeserialize(using = NewPassword.Reader.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface NewPassword {

    String message() default "must have something visible, and no control, formatting or unassigned characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Reader extends StringDeserializer {

        private static final long serialVersionUID = 1;

        /** Of what is looked at. What is longer is refused for its length. */
        private static final int LONGEST = 1000;

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var typed = super.deserialize(parser, context);
            return typed == null || typed.length() > LONGEST ? typed : OpaqueString.of(typed);
        }
    }

    class Rule implements ConstraintValidator<NewPassword, String> {

        @Override
        public boolean isValid(@Nullable String password, ConstraintValidatorContext context) {
            return password == null || VisibleText.isLine(VisibleText.line(password));
        }
    }
}
