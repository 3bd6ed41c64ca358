package dev.latchkey.kernel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A telephone number as ITU-T E.164 writes it, like {@code +61491570156}. */
public record PhoneNumber(String e164) {

    /** Fewer digits are no number that is worth looking for: they may be any part of a name. */
    private static final int FEWEST_DIGITS_SEARCHED = 6;

    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

    /** Address books and messengers put marks around a number that steer the direction of writing. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

    /**
     * As people write it, with the code of its country or, where the country is known, without. An extension is none of E.164, and would be
     * lost without a word.
     *
     * @param country of the clinic (ISO 3166), or null
     */
    public static Optional<PhoneNumber> parse(String typed, @Nullable String country) {
        try {
            var number = PLANS.parse(UNSEEN.matcher(typed).replaceAll(""), country);
            return PLANS.isValidNumber(number) && !number.hasExtension()
                    ? Optional.of(new PhoneNumber(PLANS.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** Whether it can be meant for one among words to search for: numbers of telephones also come as letters, and names do so always. */
    public static boolean isLike(String words) {
        return words.codePoints().noneMatch(Character::isLetter)
                && words.codePoints().filter(Character::isDigit).count() >= FEWEST_DIGITS_SEARCHED;
    }

    /** The country that a currency is called after (ISO 4217). What several countries share, as the euro, is called after none. */
    public static Optional<String> countryOf(CurrencyUnit currency) {
        return Optional.of(currency.code().substring(0, 2)).filter(PLANS.getSupportedRegions()::contains);
    }

    /** Never the number itself: it has no place in a log. */
    @Override
    public String toString() {
        return "PhoneNumber[hidden]";
    }
}
