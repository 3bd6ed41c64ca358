package dev.latchkey.loginlinks;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.clients.Client;
import dev.latchkey.kernel.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What was sent to a client: to the address they have now, and all that staff ordered for them before. */
@ApplicationScoped
public class SentLinks {

    private final Session database;

    SentLinks(Session database) {
        this.database = database;
    }

    /** As it is now. */
    public LoginLink readAgain(LoginLink link) {
        database.detach(link);
        return database.find(LoginLink.class, link.id());
    }

    public List<LoginLink> findAll(StaffCaller caller, Collection<UUID> ids) {
        return database.createQuery("from LoginLink where clinicId = ?1 and id in ?2", LoginLink.class)
                .setParameter(1, caller.clinicId())
                .setParameter(2, ids)
                .getResultList();
    }

    /**
     * Of all clients of the clinic.
     *
     * @param sentBy the member who sent them; null for all
     */
    public List<LoginLink> newestFirst(StaffCaller caller, @Nullable UUID sentBy, UUID before, int atMost) {
        var whose = sentBy == null ? "" : " and sentBy = :sentBy";
        var links = database.createQuery(
                        "from LoginLink where clinicId = :clinic and id < :before" + whose + " order by id desc",
                        LoginLink.class)
                .setParameter("clinic", caller.clinicId())
                .setParameter("before", before)
                .setMaxResults(atMost);
        return (sentBy == null ? links : links.setParameter("sentBy", sentBy)).getResultList();
    }

    /** Two questions and not one with "or", for each has an index in the list's order. */
    public List<LoginLink> newestFirst(StaffCaller caller, Client client, UUID before, int atMost) {
        return database.createNativeQuery("""
                        select * from (
                          (select * from login_link
                            where clinic_id = ?1 and address_key = ?2 and id < ?4 order by id desc limit ?5)
                          union all
                          (select * from login_link
                            where clinic_id = ?1 and ordered_for = ?3 and address_key <> ?2 and id < ?4 order by id desc limit ?5)
                        ) link order by id desc limit ?5
                        """, LoginLink.class)
                .setParameter(1, caller.clinicId())
                .setParameter(2, client.email().map(EmailAddress::key).orElse(""))
                .setParameter(3, client.id())
                .setParameter(4, before)
                .setParameter(5, atMost)
                .getResultList();
    }
}
