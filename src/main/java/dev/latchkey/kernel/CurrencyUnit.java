package dev.latchkey.kernel;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A currency (ISO 4217), and how many decimals its amounts have. The list stands here, for each release of Java has another one, and
 * the nodes of an installation may run on several.
 */
public record CurrencyUnit(String code, int decimals) {

    /** Of any currency in use. */
    public static final int MOST_DECIMALS = 4;

    private static final int MOST_HAVE = 2;

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final Pattern BLANKS = Pattern.compile(" ");

    /** Those in use in 2026, by decimals. Not among them: funds, precious metals, units of account between banks, what was withdrawn. */
    private static final Map<String, Integer> IN_USE = byCode(
            "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF",
            "",
            "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE"
                    + " CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES"
                    + " KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO"
                    + " NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP"
                    + " SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG",
            "BHD IQD JOD KWD LYD OMR TND",
            "UYW");

    /** A clinic that has one keeps it; all others that once were have two decimals. */
    private static final Map<String, Integer> WITHOUT_DECIMALS =
            byCode("ADP BEF BYB BYR ESP GRD ITL LUF MGF PTE ROL TPE TRL UYI");

    public CurrencyUnit {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("no code of a currency");
        }
    }

    public static CurrencyUnit of(String code) {
        return new CurrencyUnit(code, IN_USE.getOrDefault(code, WITHOUT_DECIMALS.getOrDefault(code, MOST_HAVE)));
    }

    public static boolean isInUse(String code) {
        return IN_USE.containsKey(code);
    }

    private static Map<String, Integer> byCode(String... codesByDecimals) {
        return IntStream.range(0, codesByDecimals.length)
                .boxed()
                .flatMap(decimals -> Arrays.stream(BLANKS.split(codesByDecimals[decimals]))
                        .filter(code -> !code.isEmpty())
                        .map(code -> Map.entry(code, decimals)))
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public String toString() {
        return code;
    }
}
