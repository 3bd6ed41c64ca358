package dev.latchkey.appointments;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.clients.Client;
import dev.latchkey.input.Cursor;
import dev.latchkey.input.Keyset;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import dev.latchkey.merging.ClientsMerged;
import dev.latchkey.merging.ClientsUnmerged;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The calendar of all clinics; every question says of which clinic, and a client's of which client. */
@ApplicationScoped
class Appointments implements PanacheRepositoryBase<Appointment, UUID> {

    private static final String CARDS = """
            select a.id, a.clientId, a.slot, l.name, l.address, coalesce(l.phone, c.phone), l.directions, l.openingHours, l.timeZone, p.displayName, s.name,
                   a.status, a.confirmed, a.cancelledAt, a.cancellationNote, a.createdAt
              from Appointment a
              join Location l on l.clinicId = a.clinicId and l.id = a.slot.locationId
              join Clinic c on c.id = a.clinicId
              join Practitioner p on p.clinicId = a.clinicId and p.id = a.slot.practitionerId
              join Service s on s.clinicId = a.clinicId and s.id = a.slot.serviceId
             where a.clinicId = ?1 and
            """;

    /** One of the caller's own; another's is as unknown as none. */
    AppointmentCard card(ClientCaller caller, UUID id) {
        return only(cards("a.clientId = ?2 and a.id = ?3", List.of(caller.clinicId(), caller.clientId(), id)));
    }

    /** One of the caller's own clinic; another's is as unknown as none. */
    AppointmentCard card(StaffCaller caller, UUID id) {
        return only(cards("a.id = ?2", List.of(caller.clinicId(), id)));
    }

    Page<AppointmentCard> cards(ClientCaller caller, AppointmentFilter filter, Paging paging, Instant now) {
        return cards(caller.clinicId(), caller.clientId(), filter, paging, now);
    }

    Page<AppointmentCard> cards(
            StaffCaller caller, Client client, AppointmentFilter filter, Paging paging, Instant now) {
        return cards(caller.clinicId(), client.id(), filter, paging, now);
    }

    private Page<AppointmentCard> cards(
            UUID clinicId, UUID clientId, AppointmentFilter filter, Paging paging, Instant now) {
        var values = new ArrayList<Object>(List.of(clinicId, clientId, now));
        var where =
                new StringBuilder("a.clientId = ?2 and a.slot.endsAt ").append(filter.upcoming() ? "> ?3" : "<= ?3");
        if (filter.upcoming()) {
            // Says nothing new, but lets the index begin here and not at the client's first visit.
            values.add(now.minus(Duration.ofMinutes(Slot.LONGEST_MINUTES)));
            where.append(" and a.slot.startsAt > ?").append(values.size());
        }
        var status = filter.status();
        if (status != null) {
            values.add(status);
            where.append(" and a.status = ?").append(values.size());
        }
        var order = byStart(filter.upcoming());
        var query = cards(order.where(where.toString(), paging, values), values);
        return order.cut(query.setMaxResults(paging.rows()).getResultList(), paging);
    }

    private static Keyset<AppointmentCard> byStart(boolean upcoming) {
        var order = upcoming ? Keyset.<AppointmentCard>ascending() : Keyset.<AppointmentCard>descending();
        return order.key("a.slot.startsAt", card -> card.slot().startsAt(), Cursor::instant)
                .key("a.id", AppointmentCard::id, Cursor::id);
    }

    private TypedQuery<AppointmentCard> cards(String where, List<Object> values) {
        var query = getEntityManager().createQuery(CARDS + where, AppointmentCard.class);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }

    private static AppointmentCard only(TypedQuery<AppointmentCard> query) {
        return query.getResultStream().findFirst().orElseThrow(AppointmentReason.APPOINTMENT_NOT_FOUND::refusal);
    }

    void move(@Observes ClientsMerged merged) {
        merged.move(
                getEntityManager(),
                "update appointment set client_id = :surviving, version = version + 1"
                        + " where clinic_id = :clinic and client_id = :merged returning id");
    }

    void moveBack(@Observes ClientsUnmerged unmerged) {
        unmerged.moveBack(
                getEntityManager(),
                "update appointment set client_id = :merged, version = version + 1"
                        + " where clinic_id = :clinic and client_id = :surviving and id = any(:moved)");
    }

    /** Locks the row, so that of two changes at once the second sees what the first has done. */
    Appointment toChange(StaffCaller caller, UUID id) {
        return find("clinicId = ?1 and id = ?2", caller.clinicId(), id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(AppointmentReason.APPOINTMENT_NOT_FOUND::refusal);
    }
}
