package dev.latchkey.passwords;

import dev.latchkey.clinics.Clinics;
import dev.latchkey.staff.StaffMember;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a password must not be, apart from its length (ASVS 5.0, 6.2.4 and 6.2.11). Judged before anything is spent: a refused member tries
 * again with the same invitation or reset.
 *
 * <p>No zxcvbn: of its passwords 229 are long enough for us, it took 10 MB of the heap and 3.5 s for one text of 128 characters (1.9.0,
 * 2026-11-29), and it let the clinic's name with a year pass.
 */
@ApplicationScoped
public class PasswordPolicy {

    /** A part of a name that is shorter may be part of any word. */
    private static final int SHORTEST_WORD = 4;

    /** Of the 12 that a password has, two may be foreseen. */
    private static final int SURPRISES = 10;

    private static final String OURS = "latchkey";
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final CommonPasswords common;
    private final Clinics clinics;

    PasswordPolicy(CommonPasswords common, Clinics clinics) {
        this.common = common;
        this.clinics = clinics;
    }

    public void requireHardToGuess(StaffMember member, String password) {
        var text = PasswordText.of(password);
        if (text.surprises() < SURPRISES || common.hasOneLike(text)) {
            throw PasswordReason.PASSWORD_COMMON.refusal();
        }
        var words = wordsAround(member);
        if (words.stream().anyMatch(text::has) && text.surprisesWithout(words) < SURPRISES) {
            throw PasswordReason.PASSWORD_PERSONAL.refusal();
        }
    }

    /** The longest first, or a part of a name would hide the whole. */
    private List<String> wordsAround(StaffMember member) {
        var clinic = clinics.get(member.clinicId());
        return Stream.of(
                        clinic.name(),
                        clinic.slug(),
                        member.displayName(),
                        member.email().address(),
                        OURS)
                .flatMap(name -> Stream.concat(Stream.of(name), BETWEEN_WORDS.splitAsStream(name)))
                .map(word -> PasswordText.of(word).bare())
                .filter(word -> word.length() >= SHORTEST_WORD)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
