package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.SchemaValidationException;
import java.time.LocalDate;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.type.BasicType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the migrations have made is what the entities expect, and what DESIGN asks of every table. */
@QuarkusTest
class SchemaTest {

    @Inject
    SessionFactory entities;

    @Test
    void is_what_the_entities_expect() throws SchemaValidationException {
        entities.getSchemaManager().validate();
    }

    /** By way of java.sql.Date a day of 1582 is stored as another one, and year 0 as year 1. */
    @ParameterizedTest
    @ValueSource(strings = {"1582-10-10", "1999-12-31", "2026-03-29"})
    void keeps_a_day_as_it_is_written(LocalDate day) {
        var stored = entities.fromSession(
                session -> session.createNativeQuery("select cast(cast(?1 as date) as text)", String.class)
                        .setParameter(1, day, typeOfDays())
                        .getSingleResult());

        assertThat(stored).isEqualTo(day.toString());
    }

    @SuppressWarnings("unchecked")
    private BasicType<LocalDate> typeOfDays() {
        return (BasicType<LocalDate>) entities.unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .getEntityDescriptor("dev.latchkey.invoices.Payment")
                .findAttributeMapping("paidOn")
                .getSingleJdbcMapping();
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
