package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.access.Role;
import dev.latchkey.emailchanges.AddressChangedLetter;
import dev.latchkey.emailchanges.EmailConfirmationLetter;
import dev.latchkey.kernel.Language;
import dev.latchkey.letterhead.Letterhead;
import dev.latchkey.loginlinks.LoginLinkLetter;
import dev.latchkey.loginlinks.NoClientRecordLetter;
import dev.latchkey.loginlinks.PortalOffLetter;
import dev.latchkey.mail.RenderingLetter.LetterText;
import dev.latchkey.passwords.PasswordsGuessedLetter;
import dev.latchkey.staff.AccountNotice;
import dev.latchkey.staff.AccountNoticeLetter;
import dev.latchkey.staffadmin.StaffInvitationLetter;
import dev.latchkey.staffsignin.PasswordResetLetter;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class TranslatingLettersTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}|%\\d\\$s");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final String LINK = "https://portal.example.org/harbour-physio/login#Zm9v";
    private static final String HARBOUR_IN_HEBREW = "\u05e0\u05de\u05dc";

    @Inject
    RenderingLetter rendering;

    @Test
    void leaves_no_sentence_out() {
        assertThat(bundles()).hasSizeGreaterThan(8).allSatisfy(bundle -> {
            var english = sentences(bundle, Language.ENGLISH);
            assertThat(english).isNotEmpty();
            for (var language : Language.values()) {
                var others = sentences(bundle, language);
                assertThat(others.keySet()).as(bundle + " " + language).isEqualTo(english.keySet());
                english.stringPropertyNames().forEach(key -> assertThat(places(others.getProperty(key)))
                        .as(bundle + " " + language + " " + key)
                        .isEqualTo(places(english.getProperty(key))));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"FRENCH", "GERMAN", "SPANISH"})
    void leaves_nothing_in_english(Language language) {
        var english = bundles().stream()
                .flatMap(bundle -> sentences(bundle, Language.ENGLISH).values().stream())
                .flatMap(sentence -> PLACE.splitAsStream(sentence.toString()))
                .map(String::strip)
                .filter(part -> part.contains(" "))
                .collect(Collectors.toSet());
        assertThat(english).hasSizeGreaterThan(60);

        assertThat(letters(language)).allSatisfy(content -> {
            var letter = rendering.render(content);
            assertThat(plain(letter)).doesNotContain(english.toArray(String[]::new));
            assertThat(letter.html()).contains("<html lang=\"" + language.code() + "\" dir=\"ltr\">");
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void fills_every_place(Language language) {
        assertThat(letters(language))
                .hasSize(8 + AccountNotice.values().length + Role.values().length)
                .allSatisfy(content -> {
                    var letter = rendering.render(content);
                    assertThat(letter.subject() + letter.text())
                            .doesNotContain("{", "}", "%", "NOT_FOUND", "null")
                            .contains("Harbour");
                    assertThat(letter.html())
                            .doesNotContain("NOT_FOUND", "null")
                            .contains("<meta name=\"color-scheme\"");
                });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void breaks_lines_but_no_address(Language language) {
        assertThat(letters(language)).allSatisfy(content -> assertThat(
                        rendering.render(content).text().lines())
                .allMatch(line -> line.length() <= 76 || !line.contains(" "))
                .noneMatch(line -> line.startsWith(" ") || line.endsWith(" ")));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void keeps_a_name_from_right_to_left_from_turning_the_sentence(Language language) {
        var content = new NoClientRecordLetter(
                new Letterhead(HARBOUR_IN_HEBREW + "\u2069 (City)", null, null, null, null, language), null);

        var letter = rendering.render(content);

        var isolated = "\u2068" + HARBOUR_IN_HEBREW + " (City)\u2069";
        assertThat(letter.subject()).contains(isolated);
        assertThat(letter.text().replace('\n', ' ')).contains(isolated);
        assertThat(letter.html()).contains(isolated, "<bdi>" + HARBOUR_IN_HEBREW);
    }

    private static List<LetterContent> letters(Language language) {
        var letterhead = new Letterhead("Harbour", null, null, null, null, language);
        return Stream.of(
                        Stream.of(
                                new LoginLinkLetter(letterhead, LINK, "123456", NOON, SYDNEY),
                                new NoClientRecordLetter(letterhead, "https://book.example.org"),
                                new PortalOffLetter(letterhead, "Geschlossen", "02 9250 1234", NOON),
                                new StaffInvitationLetter(letterhead, LINK, Duration.ofHours(72), NOON, SYDNEY),
                                new PasswordResetLetter(letterhead, LINK, NOON, SYDNEY),
                                new PasswordsGuessedLetter(letterhead, "https://portal.example.org/staff"),
                                new AddressChangedLetter(letterhead, NOON, SYDNEY),
                                new EmailConfirmationLetter(letterhead, LINK, NOON, SYDNEY)),
                        Arrays.stream(AccountNotice.values())
                                .map(notice -> new AccountNoticeLetter(letterhead, notice, "owner", NOON, SYDNEY)),
                        Arrays.stream(Role.values())
                                .map(role -> new AccountNoticeLetter(
                                        letterhead,
                                        AccountNotice.ROLE_CHANGED,
                                        role.code().replace('-', ' '),
                                        NOON,
                                        SYDNEY)))
                .<LetterContent>flatMap(letters -> letters)
                .toList();
    }

    private static String plain(LetterText letter) {
        var html = letter.html().substring(letter.html().indexOf("<title>")).replace("&#39;", "'");
        return letter.subject() + "\n" + letter.text().replace('\n', ' ') + "\n" + html.replace("&quot;", "\"");
    }

    private static Set<String> bundles() {
        try (var files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString().replaceAll("_.*", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties sentences(String bundle, Language language) {
        try (var reader = Files.newBufferedReader(MESSAGES.resolve(bundle + "_" + language.code() + ".properties"))) {
            var sentences = new Properties();
            sentences.load(reader);
            return sentences;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> places(String sentence) {
        return PLACE.matcher(sentence)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }
}
