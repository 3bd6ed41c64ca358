package dev.latchkey.input;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** One line a person wrote: something visible, and no control character or half of a surrogate pair anywhere. */
@Constraint(validatedBy = PlainText.Rule.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

    /** Of what is looked at. Every member with this rule also has one for its length, which is no more than this. */
    int LONGEST = 2000;

    String message() default "must be one line with something visible, and no control characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Rule implements ConstraintValidator<PlainText, CharSequence> {

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return text == null || isPlain(text);
        }

        /** What is too long is refused for its length. */
        public static boolean isPlain(CharSequence text) {
            return text.length() > 2 * LONGEST // a code point takes two at most
                    || text.codePoints().noneMatch(Rule::breaksTheLine)
                            && text.codePoints().anyMatch(Rule::isVisible);
        }

        private static boolean breaksTheLine(int letter) {
            return switch (Character.getType(letter)) {
                case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    true;
                default -> false;
            };
        }

        /** Neither a blank of any width nor a mark that only steers the writing. */
        private static boolean isVisible(int letter) {
            return !Character.isSpaceChar(letter) && Character.getType(letter) != Character.FORMAT;
        }
    }
}
