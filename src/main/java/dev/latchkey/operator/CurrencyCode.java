package dev.latchkey.operator;

import dev.latchkey.kernel.Money;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** A currency in use that has coins or notes of its own (ISO 4217), and no smaller ones than {@link Money} may be stored in. */
@Constraint(validatedBy = CurrencyCode.Rule.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface CurrencyCode {

    String message() default "must be the code of a currency (ISO 4217) with at most three decimals, like AUD";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Rule implements ConstraintValidator<CurrencyCode, String> {

        @Override
        public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
            return code == null
                    || Currency.getAvailableCurrencies().stream()
                            .anyMatch(currency -> currency.getCurrencyCode().equals(code)
                                    && currency.getDefaultFractionDigits() >= 0
                                    && currency.getDefaultFractionDigits() <= Money.MOST_DECIMALS);
        }
    }
}
