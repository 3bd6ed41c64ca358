package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.SchemaValidationException;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** The migrated schema is what the entities expect, and every table keeps the rules of the house. */
@QuarkusTest
class SchemaTest {

    @Inject
    SessionFactory entities;

    @Test
    void is_what_the_entities_expect() throws SchemaValidationException {
        entities.getSchemaManager().validate();
    }

    @Test
    void keeps_moments_and_no_local_times() {
        assertThat(
                        Database.count(
                                "select count(*) from information_schema.columns where table_schema = 'public'"
                                        + " and data_type = 'timestamp without time zone' and table_name not like 'databasechangelog%'"))
                .isZero();
    }
}
