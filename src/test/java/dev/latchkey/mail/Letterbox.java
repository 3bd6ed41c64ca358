package dev.latchkey.mail;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.loginlinks.ExampleLetters;
import dev.latchkey.support.Database;
import dev.latchkey.support.MoodyMailServer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Queues letters to one recipient, and follows what becomes of them. */
record Letterbox(QueueingLetters queueing, Letters letters, EmailAddress recipient) {

    static final String LINK = "https://portal.example.org/harbour-physio/login#Zm9vYmFyYmF6LXRoZS1zZWNyZXQ";

    static Letterbox of(QueueingLetters queueing, Letters letters) {
        return at("anna", queueing, letters);
    }

    static Letterbox at(String name, QueueingLetters queueing, Letters letters) {
        return new Letterbox(queueing, letters, new EmailAddress(name + "." + UUID.randomUUID() + "@example.org"));
    }

    UUID queue(LetterContent content) {
        return QuarkusTransaction.requiringNew().call(() -> queueing.queue(aClinic(), recipient, content));
    }

    static LetterContent loginLink() {
        return loginLink(Duration.ofMinutes(15));
    }

    static LetterContent loginLink(Duration life) {
        return ExampleLetters.loginLink("Harbour Physio", LINK, Instant.now().plus(life));
    }

    Delivery delivery(UUID id) {
        return Objects.requireNonNull(QuarkusTransaction.requiringNew()
                .call(() -> letters.deliveries(List.of(id)))
                .get(id));
    }

    List<MimeMessage> arrived() {
        return MoodyMailServer.lettersTo(recipient.address());
    }

    static long waitingContents(UUID id) {
        return Database.count("select count(content) from letter where id = ?", id);
    }

    static long waitingWork(UUID id) {
        return Database.count("select count(*) from letter where id = ? and due_at is not null", id);
    }

    static UUID aClinic() {
        var id = UUID.randomUUID();
        Database.execute(
                "insert into clinic (id, slug, name, time_zone, currency, created_at) values (?, ?, 'Harbour Physio', 'Australia/Sydney', 'AUD', now())",
                id,
                "clinic-" + id);
        return id;
    }
}
