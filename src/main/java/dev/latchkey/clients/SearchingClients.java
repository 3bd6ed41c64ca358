package dev.latchkey.clients;

import dev.latchkey.input.InvalidRequest;
import dev.latchkey.input.Paging;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Finds clients by words of their names, in the order of the list. Each page is read from one index
 * (20261129-1300-client-name-start.sql), by the word that the fewest names have, so that a search costs what it finds and not how many
 * clients there are.
 */
@ApplicationScoped
class SearchingClients {

    /** What the database takes for no part of a word (searchable, in 20261130-0510-client-name-fold.sql). */
    private static final Pattern BETWEEN_WORDS = Pattern.compile(
            "[\\s\\p{Z}\\p{Pd}\u2043\u2212\u00b7\u30fb\uff65\u2027_,;/().:\\[\\]\"\u201c\u201d\u201e\u00ab\u00bb]+");

    /** No one types more words, and each further word is compared with every name that has the rarest one. */
    private static final int MOST_WORDS = 6;

    private static final String RAREST = """
            select word as rarest from unnest(cast(:words as text[])) word
             order by (select count(*) from (select from client_name_start
                        where clinic_id = :clinic and archived = :archived and start = name_start(word) limit 1000) few) limit 1
            """;

    private static final String BY_NAME = """
            select client.* from client_name_start place
                   join client on client.clinic_id = place.clinic_id and client.id = place.client_id
             where place.clinic_id = :clinic and place.archived = :archived and place.start = name_start(:rarest)""";

    private static final String BY_PORTAL = """
            select client.* from client_portal_use place
                   join client on client.clinic_id = place.clinic_id and client.id = place.client_id
             where place.clinic_id = :clinic and place.archived = :archived and place.state = :portal""";

    private static final String BY_CONTACT = """
            select client.* from client
             where clinic_id = :clinic and archived_at is %s""";

    private static final String AT_ADDRESS = " and address_key = :address";
    private static final String AT_PHONE = " and phone = :phone%d";

    /** With "offset 0" it stays a question for each name. Joined, it would read everybody who has the word. */
    private static final String ALSO = """
             and exists (select from client_name_start other
                          where other.clinic_id = :clinic and other.archived = :archived and other.start = name_start(:also%d)
                            and other.family_name = %s and other.given_name = %s and other.client_id = %s offset 0)""";

    private static final String ALSO_PORTAL = """
             and exists (select from client_portal_use used
                          where used.clinic_id = :clinic and used.client_id = %s and used.archived = :archived and used.state = :portal offset 0)""";

    private static final String AFTER = " and (%s, %s, %s) > (lower(:family), lower(:given), :id)";
    private static final String IN_ORDER = " order by %s, %s, %s limit :rows";

    private static final Object[] PLACE = {"place.family_name", "place.given_name", "place.client_id"};
    private static final Object[] PLACE_OF_CLIENT = {
        "lower(client.family_name)", "lower(client.given_name)", "client.id"
    };

    private final Session database;

    SearchingClients(Session database) {
        this.database = database;
    }

    /** Split here, compared by the database, which makes other small letters of some capitals (İ, Σ) than Java does. A hyphen alone finds no one. */
    static List<String> words(@Nullable String q) {
        if (q == null) {
            return List.of();
        }
        var words =
                BETWEEN_WORDS.splitAsStream(q).filter(word -> !word.isEmpty()).toList();
        if (words.size() > MOST_WORDS) {
            throw new InvalidRequest("query/q", "too-many-words", "Search for " + MOST_WORDS + " words at most.");
        }
        return words.isEmpty() ? List.of(q) : words.stream().distinct().toList();
    }

    /** Every word must begin a word of the name; there is a word or a state of the portal. */
    List<Client> find(UUID clinicId, ClientSearch search, @Nullable Place after, Paging paging) {
        var archived = search.archived();
        var values =
                new HashMap<String, Object>(Map.of("clinic", clinicId, "archived", archived, "rows", paging.rows()));
        var others = new ArrayList<>(search.words());
        var byName = search.address() == null && search.phones().isEmpty();
        var place = byName ? PLACE : PLACE_OF_CLIENT;
        var sql = new StringBuilder();
        if (byName && search.words().isEmpty()) {
            sql.append(BY_PORTAL);
        } else if (byName) {
            var rarest = rarest(clinicId, search.words(), archived);
            others.remove(rarest);
            values.put("rarest", rarest);
            sql.append(BY_NAME);
        } else {
            sql.append(BY_CONTACT.formatted(archived ? "not null" : "null")).append(whereReached(search, values));
        }
        var portal = search.portal();
        if (portal != null) {
            values.put("portal", portal);
            sql.append(byName && search.words().isEmpty() ? "" : "\n" + ALSO_PORTAL.formatted(place[2]));
        }
        for (var i = 0; i < others.size(); i++) {
            values.put("also" + i, others.get(i));
            sql.append('\n').append(ALSO.formatted(i, place[0], place[1], place[2]));
        }
        if (after != null) {
            values.putAll(Map.of("family", after.familyName, "given", after.givenName, "id", after.id));
            sql.append(AFTER.formatted(place));
        }
        var query = database.createNativeQuery(sql + IN_ORDER.formatted(place), Client.class);
        values.forEach(query::setParameter);
        return query.getResultList();
    }

    /** Adds the values of its parameters. */
    private static String whereReached(ClientSearch search, Map<String, Object> values) {
        var where = new StringBuilder();
        var address = search.address();
        if (address != null) {
            values.put("address", address.key());
            where.append(AT_ADDRESS);
        }
        for (var i = 0; i < search.phones().size(); i++) {
            values.put("phone" + i, search.phones().get(i).e164());
            where.append(AT_PHONE.formatted(i));
        }
        return where.toString();
    }

    private String rarest(UUID clinicId, List<String> words, boolean archived) {
        return words.size() == 1
                ? words.get(0)
                : database.createNativeQuery(RAREST, String.class)
                        .addScalar("rarest", String.class)
                        .setParameter("words", words.toArray(String[]::new))
                        .setParameter("clinic", clinicId)
                        .setParameter("archived", archived)
                        .getSingleResult();
    }

    /** In the order of the list, with the names as they are written. */
    record Place(String familyName, String givenName, UUID id) {}

    /**
     * Which clients a list should show.
     *
     * @param phones each of them the client's: the one asked for, and the one typed where names are searched for
     */
    record ClientSearch(
            List<String> words,
            @Nullable EmailAddress address,
            List<PhoneNumber> phones,
            boolean archived,
            @Nullable String portal) {

        /** @param typed what the words say, if that is a telephone number */
        static ClientSearch of(
                @Nullable String q,
                @Nullable String email,
                @Nullable PhoneNumber phone,
                @Nullable PhoneNumber typed,
                boolean archived,
                @Nullable String portal) {
            var address = email == null ? null : EmailAddress.parse(email).orElseThrow();
            var words = typed == null ? SearchingClients.words(q) : List.<String>of();
            return new ClientSearch(
                    words,
                    address,
                    Stream.of(phone, typed).filter(Objects::nonNull).toList(),
                    archived,
                    portal);
        }
    }
}
