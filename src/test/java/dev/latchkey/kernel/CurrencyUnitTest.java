package dev.latchkey.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Currency;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrencyUnitTest {

    /** ISO 4217 marks them as funds, though Java does not. */
    private static final Set<String> FUNDS = Set.of("BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "XAD");

    @ParameterizedTest
    @CsvSource({"VND, 0", "JPY, 0", "AUD, 2", "IDR, 2", "ZWG, 2", "XCG, 2", "KWD, 3", "UYW, 4"})
    void has_its_decimals_whatever_java_knows(String code, int decimals) {
        assertThat(CurrencyUnit.isInUse(code)).isTrue();
        assertThat(CurrencyUnit.of(code).decimals()).isEqualTo(decimals);
    }

    @ParameterizedTest
    @CsvSource({"DEM, 2", "HRK, 2", "ZWL, 2", "ITL, 0", "BYR, 0"})
    void keeps_its_decimals_when_it_is_withdrawn(String code, int decimals) {
        assertThat(CurrencyUnit.isInUse(code)).isFalse();
        assertThat(CurrencyUnit.of(code).decimals()).isEqualTo(decimals);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "XAD", "XAG", "XAU", "XDR", "XSU", "XTS", "XUA",
                "XXX"
            })
    void is_no_fund_metal_or_unit_of_account(String code) {
        assertThat(CurrencyUnit.isInUse(code)).isFalse();
    }

    @Test
    void agrees_with_java_on_what_both_know() {
        assertThat(Currency.getAvailableCurrencies())
                .hasSizeGreaterThan(200)
                .filteredOn(known -> known.getDefaultFractionDigits() >= 0 && !FUNDS.contains(known.getCurrencyCode()))
                .allSatisfy(known -> assertThat(
                                CurrencyUnit.of(known.getCurrencyCode()).decimals())
                        .as(known.getCurrencyCode())
                        .isEqualTo(known.getDefaultFractionDigits()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eur", "EURO", "E1R"})
    void is_three_capitals(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> CurrencyUnit.of(code));
    }
}
