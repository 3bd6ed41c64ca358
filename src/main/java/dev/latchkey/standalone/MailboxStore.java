package dev.latchkey.standalone;

import dev.latchkey.kernel.Ids;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The letters that arrived, each a file of its own; only the last thousand stay. */
final class MailboxStore {

    private static final int MOST_LETTERS = 1000;

    private final Path directory;
    private final Deque<ReceivedLetter> newestFirst = new ConcurrentLinkedDeque<>();

    private MailboxStore(Path directory) {
        this.directory = directory;
    }

    static MailboxStore in(Path directory) {
        var store = new MailboxStore(directory);
        try {
            Files.createDirectories(directory);
            try (var files = Files.list(directory)) {
                files.filter(file -> file.toString().endsWith(ReceivedLetter.SUFFIX))
                        .sorted() // by name, a UUIDv7, and so by time
                        .map(ReceivedLetter::read)
                        .forEach(store.newestFirst::addFirst);
            }
        } catch (IOException e) {
            throw new StartupException("The mailbox cannot keep its letters in " + directory + ".", e);
        }
        return store;
    }

    synchronized void add(String recipient, MimeMessage message) {
        var file = file(Ids.next());
        try {
            message.setHeader(ReceivedLetter.RECIPIENT, recipient);
            var arriving = directory.resolve("arriving");
            try (var stream = Files.newOutputStream(arriving)) {
                message.writeTo(stream);
            }
            Files.move(arriving, file, StandardCopyOption.ATOMIC_MOVE);
            newestFirst.addFirst(ReceivedLetter.read(file));
            while (newestFirst.size() > MOST_LETTERS) {
                Files.deleteIfExists(file(newestFirst.removeLast().id()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("unreadable letter", e);
        }
    }

    List<ReceivedLetter> letters() {
        return List.copyOf(newestFirst);
    }

    private Path file(UUID id) {
        return directory.resolve(id + ReceivedLetter.SUFFIX);
    }
}
