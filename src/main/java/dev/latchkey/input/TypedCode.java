package dev.latchkey.input;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A code as people type or paste it: blanks and hyphens of any kind anywhere, digits of any script. It is read without the ones, as 0 to 9. */
@jakarta.validation.constraints.Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@JacksonAnnotationsInside
@JsonDeserialize(using = TypedCode.Reader.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface TypedCode {

    String message() default "must have no control characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Reader extends StringDeserializer {

        private static final long serialVersionUID = 1;

        /** Of what is looked at. What is longer is no code, and refused for its length. */
        private static final int LONGEST = 200;

        /** With the minus sign. */
        private static final Pattern BETWEEN = Pattern.compile("[\\t\\p{Z}\\p{Cf}\\p{Pd}\u2212\u2043]+");

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var typed = super.deserialize(parser, context);
            return typed == null || typed.length() > LONGEST ? typed : bare(typed);
        }

        static String bare(String typed) {
            var plain = Normalizer.normalize(BETWEEN.matcher(typed.strip()).replaceAll(""), Normalizer.Form.NFKC);
            return plain.codePoints()
                    .map(letter -> Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : letter)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
    }
}
