package dev.latchkey.input;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;

/** All sentences are English. The framework would read Accept-Language for each, and fail on one that is not well formed. */
@ApplicationScoped
class EnglishMessages implements ValidatorFactoryCustomizer {

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        configuration.localeResolver(context -> Locale.ENGLISH);
    }
}
