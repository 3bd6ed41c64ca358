package dev.latchkey.mail;

import static dev.latchkey.mail.LetterStatus.SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.loginlinks.AsInstalled;
import dev.latchkey.loginlinks.ExampleLetters;
import dev.latchkey.support.MoodyMailServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards {@code MimeBody} and {@code MessageComposer} when the mail client of Quarkus is upgraded: it must pass on what they wrote as it is. */
@QuarkusTest
@TestProfile(AsInstalled.class)
class NamingTheClinicInALetterTest {

    private static final String SENDER = "no-reply@portal.example.org";

    @Inject
    QueueingLetters queueing;

    @Inject
    Letters letters;

    private Letterbox anna;

    @BeforeEach
    void open() {
        anna = Letterbox.of(queueing, letters);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Harbour Physio",
                "Smith, Jones & Co",
                "me@other.example.com",
                "Mo Bcc: eve@example.com",
                "O'Brien (City); [Bones]: Joints.",
                "Dr. M\u00fcller",
                "Zo\u00eb's Physio & Co \ud83e\udd98",
                "\ud83e\udd98\ud83e\udd98\ud83e\udd98\ud83e\udd98\ud83e\udd98\ud83e\udd98\ud83e\udd98\ud83e\udd98\ud83e\udd98\ud83e\udd98",
                "\u0641\u06cc\u0632\u06cc\u0648\u062a\u0631\u0627\u067e\u06cc \u0628\u0646\u062f\u0631",
                "\u7269\u7406\u6cbb\u7642 Clinic",
                "=?UTF-8?Q?Eve?=",
                "A clinic whose name goes on and on until it is as long as the longest one that an operator may choose.",
                "A cl\u00ednic whose n\u00e1me goes on and on until it is as long as the longest one that an operator may chose \ud83e\udd98"
            })
    void shows_it_as_it_is_spelled(String name) throws Exception {
        var id = anna.queue(ExampleLetters.toAStranger(name));

        await().untilAsserted(() -> assertThat(anna.delivery(id).status()).isEqualTo(SENT));
        var mail = anna.arrived().get(0);
        assertThat(mail.getFrom()).singleElement().isInstanceOfSatisfying(InternetAddress.class, from -> {
            assertThat(from.getPersonal()).isEqualTo(name);
            assertThat(from.getAddress()).isEqualTo(SENDER);
        });
        assertThat(mail.getHeader("From")).hasSize(1);
        assertThat(mail.getSubject())
                .isEqualTo("Logging in at " + (name.startsWith("\u0641") ? "\u2068" + name + "\u2069" : name));
        assertThat(List.of(written().split("\r\n\r\n", 2)[0].split("\r\n")))
                .allSatisfy(line -> assertThat(line).matches("[\\x20-\\x7e]{1,78}"));
        assertThat(MoodyMailServer.commands("MAIL")).containsOnly("MAIL FROM:<" + SENDER + ">");
    }

    @Test
    void writes_headers_and_parts_like_this() {
        var id = anna.queue(Letterbox.loginLink());

        await().untilAsserted(() -> assertThat(anna.delivery(id).status()).isEqualTo(SENT));
        assertThat(written().replaceAll("Date: .+", "Date: …").replace("\r\n", "\n"))
                .startsWith("""
                        Date: …
                        From: Harbour Physio <no-reply@portal.example.org>
                        To: %s
                        Message-ID: <%s@portal.example.org>
                        Subject: Your login link for Harbour Physio
                        MIME-Version: 1.0
                        Content-Type: multipart/alternative;
                         boundary="=_%s"
                        Auto-Submitted: auto-generated

                        --=_%s
                        Content-Type: text/plain; charset=UTF-8
                        Content-Transfer-Encoding: 7bit

                        """.formatted(anna.recipient().address(), id, id, id))
                .contains("""

                        --=_%s
                        Content-Type: text/html; charset=UTF-8
                        Content-Transfer-Encoding: 7bit

                        """.formatted(id))
                .endsWith("--=_" + id + "--");
    }

    private String written() {
        return MoodyMailServer.writtenTo(anna.recipient().address()).get(0);
    }
}
