package dev.latchkey.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.kernel.InstallationSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An upgrade finds letters that the version before has stored, and a node of that version may still store some. */
class ReadingLettersThatWaitTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final InstallationSecret secret = new InstallationSecret(new byte[InstallationSecret.BYTES]);
    private final SealedLetterContent content =
            new SealedLetterContent(secret, new LetterKinds(LeavingLettersToTheirFeaturesTest.kinds()));

    @ParameterizedTest
    @ValueSource(strings = {"""
                {"kind":"login-link","clinicName":"Harbour Physio","link":"https://portal.example.org/harbour-physio/login#Zm9v",
                 "code":"123456","endsAt":1796030100.123000000,"timeZone":"Australia/Sydney"}""", """
                {"kind":"login-link","clinicName":"Harbour Physio","link":"https://portal.example.org/harbour-physio/login#Zm9v",
                 "code":null,"endsAt":1796030100.123000000,"timeZone":"Australia/Sydney"}""", """
                {"kind":"no-client-record","clinicName":"Harbour Physio","bookingLink":null}""", """
                {"kind":"no-client-record","letterhead":{"name":"Harbour Physio","language":"GERMAN"},"bookingLink":null}""", """
                {"kind":"no-client-record","letterhead":{"name":"Harbour Physio","replyTo":"desk@example.org","phone":"02 9250 1234",
                 "greeting":"Welcome,","signature":"Your team","language":"ENGLISH"},"bookingLink":null}""", """
                {"kind":"no-client-record","clinicName":"Harbour Physio","bookingLink":"https://book.example.org"}""", """
                {"kind":"password-reset","clinicName":"Harbour Physio","link":"https://portal.example.org/staff/reset#Zm9v",
                 "endsAt":1796030100.123000000,"timeZone":"Australia/Sydney"}""", """
                {"kind":"staff-invitation","clinicName":"Harbour Physio","link":"https://portal.example.org/staff/invitation#Zm9v",
                 "lifetime":259200.000000000,"endsAt":1796030100.123000000,"timeZone":"Australia/Sydney"}""", """
                {"kind":"account-notice","clinicName":"Harbour Physio","notice":"ROLE_CHANGED","role":"practice manager",
                 "at":1796030100.123000000,"timeZone":"Australia/Sydney"}""", """
                {"kind":"address-changed","clinicName":"Harbour Physio","at":1796030100.123000000,"timeZone":"Australia/Sydney"}""", """
                {"kind":"email-confirmation","clinicName":"Harbour Physio","link":"https://portal.example.org/harbour-physio/confirm-email#Zm9v",
                 "endsAt":1796030100.123000000,"timeZone":"Australia/Sydney"}""", """
                {"kind":"passwords-guessed","clinicName":"Harbour Physio","staffUrl":"https://portal.example.org/staff"}"""})
    void understands_and_stores_each_as_it_was(String stored) throws IOException {
        var read = content.open(secret.seal("letter", stored.getBytes(UTF_8)));
        var sealed = content.seal(read);

        assertThat(JSON.readTree(secret.unseal("letter", sealed.content()))).isEqualTo(JSON.readTree(stored));
        assertThat(sealed.kind()).isEqualTo(JSON.readTree(stored).get("kind").textValue());
    }

    @Test
    void knows_the_kinds_by_their_names() {
        var names = new TreeMap<String, String>();
        LeavingLettersToTheirFeaturesTest.kinds().forEach(kind -> names.put(kind.name(), kind.template()));

        assertThat(names)
                .containsAllEntriesOf(Map.of(
                        "account-notice", "staff/account-notice",
                        "address-changed", "emailchanges/address-changed",
                        "email-confirmation", "emailchanges/email-confirmation",
                        "login-link", "loginlinks/login-link",
                        "no-client-record", "loginlinks/no-client-record",
                        "password-reset", "staffsignin/password-reset",
                        "passwords-guessed", "passwords/passwords-guessed",
                        "staff-invitation", "staffadmin/staff-invitation"));
    }

    @Test
    void fails_for_a_kind_that_only_another_version_knows() {
        var sealed = secret.seal("letter", "{\"kind\":\"birthday\",\"clinicName\":\"Harbour Physio\"}".getBytes(UTF_8));

        assertThatThrownBy(() -> content.open(sealed)).isInstanceOf(UncheckedIOException.class);
    }
}
