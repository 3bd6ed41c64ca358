package dev.latchkey.branding;

import dev.latchkey.access.StaffCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.hibernate.Session;

/** The pictures of all locations; every question says of which clinic. */
@ApplicationScoped
public class LocationPictures {

    private final Session database;

    LocationPictures(Session database) {
        this.database = database;
    }

    /** Of two at once, the later one stays. */
    void put(StaffCaller caller, UUID locationId, PictureKind kind, Picture picture, Instant now) {
        database.createNativeMutationQuery("""
                        insert into location_picture (clinic_id, location_id, kind, media_type, bytes, sha256, changed_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                        on conflict (clinic_id, location_id, kind) do update
                          set media_type = excluded.media_type, bytes = excluded.bytes, sha256 = excluded.sha256, changed_at = excluded.changed_at
                        """)
                .setParameter(1, caller.clinicId())
                .setParameter(2, locationId)
                .setParameter(3, kind.name())
                .setParameter(4, picture.mediaType())
                .setParameter(5, picture.bytes())
                .setParameter(6, DigestUtils.sha256(picture.bytes()))
                .setParameter(7, now)
                .executeUpdate();
    }

    /** False if there was none. */
    boolean remove(StaffCaller caller, UUID locationId, PictureKind kind) {
        return database.createNativeMutationQuery(
                                "delete from location_picture where clinic_id = ?1 and location_id = ?2 and kind = ?3")
                        .setParameter(1, caller.clinicId())
                        .setParameter(2, locationId)
                        .setParameter(3, kind.name())
                        .executeUpdate()
                == 1;
    }

    /** Which there are, by location. */
    public Map<UUID, Set<PictureKind>> kinds(UUID clinicId) {
        var kinds = new HashMap<UUID, Set<PictureKind>>();
        database.createNativeQuery(
                        "select location_id, kind from location_picture where clinic_id = ?1", Object[].class)
                .addScalar("location_id", UUID.class)
                .addScalar("kind", String.class)
                .setParameter(1, clinicId)
                .getResultList()
                .forEach(row -> kinds.computeIfAbsent((UUID) row[0], __ -> EnumSet.noneOf(PictureKind.class))
                        .add(PictureKind.valueOf((String) row[1])));
        return kinds;
    }

    /** Of its bytes, which stay where they are. */
    Optional<byte[]> findHash(UUID clinicId, UUID locationId, PictureKind kind) {
        return database.createNativeQuery(
                        "select sha256 from location_picture where clinic_id = ?1 and location_id = ?2 and kind = ?3",
                        byte[].class)
                .addScalar("sha256", byte[].class)
                .setParameter(1, clinicId)
                .setParameter(2, locationId)
                .setParameter(3, kind.name())
                .uniqueResultOptional();
    }

    Optional<Picture> find(UUID clinicId, UUID locationId, PictureKind kind) {
        return database.createNativeQuery("""
                        select media_type, bytes from location_picture
                         where clinic_id = ?1 and location_id = ?2 and kind = ?3
                        """, Object[].class)
                .addScalar("media_type", String.class)
                .addScalar("bytes", byte[].class)
                .setParameter(1, clinicId)
                .setParameter(2, locationId)
                .setParameter(3, kind.name())
                .uniqueResultOptional()
                .map(row -> new Picture((String) row[0], (byte[]) row[1]));
    }
}
