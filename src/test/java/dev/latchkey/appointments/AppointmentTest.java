package dev.latchkey.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.clients.SomeClient;
import dev.latchkey.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppointmentTest {

    private static final Instant NOW = Instant.parse("2026-12-01T22:30:00Z");
    private static final Duration LENGTH = Duration.ofMinutes(45);

    @Test
    void begins_pending_and_unconfirmed_even_in_the_past() {
        var appointment = startingAt(NOW.minus(Duration.ofDays(400)));

        assertThat(appointment.status()).isEqualTo(Status.PENDING);
        assertThat(appointment.confirmed()).isFalse();
    }

    @Test
    void is_not_made_for_an_archived_client() {
        assertRefused(() -> new Appointment(SomeClient.archived(), slot(NOW), NOW), "client-archived");
    }

    @ParameterizedTest
    @EnumSource(names = {"ARRIVED", "MISSED"})
    void is_arrived_at_or_missed_at_most_a_day_ahead(Status status) {
        var tomorrow = startingAt(NOW.plus(Duration.ofHours(24)));
        var later = startingAt(NOW.plus(Duration.ofHours(24)).plusSeconds(60));

        tomorrow.change(tomorrow.slot(), status, false, NOW);

        assertThat(tomorrow.status()).isEqualTo(status);
        assertRefused(() -> later.change(later.slot(), status, false, NOW), AppointmentReason.APPOINTMENT_AHEAD);
        assertThat(later.status()).isEqualTo(Status.PENDING);
    }

    @Test
    void is_not_moved_far_ahead_once_the_client_has_arrived() {
        var appointment = startingAt(NOW);
        appointment.change(appointment.slot(), Status.ARRIVED, true, NOW);

        assertRefused(
                () -> appointment.change(slot(NOW.plus(Duration.ofDays(2))), Status.ARRIVED, true, NOW),
                AppointmentReason.APPOINTMENT_AHEAD);
    }

    @Test
    void is_cancelled_until_it_is_over() {
        var lastMinute = startingAt(NOW.minus(LENGTH).plusSeconds(60));
        var over = startingAt(NOW.minus(LENGTH));

        lastMinute.cancel(null, NOW);

        assertThat(lastMinute.status()).isEqualTo(Status.CANCELLED);
        assertRefused(() -> over.cancel("too late", NOW), AppointmentReason.APPOINTMENT_PAST);
        assertThat(over.status()).isEqualTo(Status.PENDING);
    }

    @Test
    void stays_cancelled_for_good() {
        var appointment = startingAt(NOW.plus(LENGTH));
        appointment.cancel("Mia is away that week.", NOW);

        var muchLater = NOW.plus(Duration.ofDays(30));

        assertRefused(() -> appointment.cancel(null, muchLater), AppointmentReason.APPOINTMENT_CANCELLED);
        assertRefused(
                () -> appointment.change(appointment.slot(), Status.PENDING, false, muchLater),
                AppointmentReason.APPOINTMENT_CANCELLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01T00:00:00Z", "2026-12-01T22:31:00Z", "2099-12-31T23:59:00Z"})
    void may_start_on_any_whole_minute_of_the_century(String moment) {
        assertThat(Slot.mayStartAt(Instant.parse(moment))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1999-12-31T23:59:00Z",
                "2026-12-01T22:30:01Z",
                "2026-12-01T22:30:00.000001Z",
                "2100-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:00Z"
            })
    void may_start_at_no_other_time(String moment) {
        assertThat(Slot.mayStartAt(Instant.parse(moment))).isFalse();
    }

    private static Appointment startingAt(Instant moment) {
        return new Appointment(SomeClient.active(), slot(moment), NOW);
    }

    private static Slot slot(Instant startsAt) {
        return new Slot(startsAt, (int) LENGTH.toMinutes(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    }

    private static void assertRefused(ThrowingCallable act, AppointmentReason reason) {
        assertRefused(act, reason.code());
    }

    private static void assertRefused(ThrowingCallable act, String code) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.reason().code())
                .isEqualTo(code));
    }
}
