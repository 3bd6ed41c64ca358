package dev.latchkey.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "AUD, 1.005, 1.01",
        "AUD, 1.004, 1.00",
        "JPY, 100.5, 101",
        "BHD, 1.0005, 1.001",
        "UYW, 1.00005, 1.0001",
        "AUD, 7, 7.00"
    })
    void has_the_decimals_of_its_currency(String currency, String amount, String kept) {
        assertThat(money(amount, currency).amount()).isEqualTo(new BigDecimal(kept));
    }

    @Test
    void rounds_a_share_once() {
        assertThat(money("24.95", "AUD").percent(new BigDecimal("10"))).isEqualTo(money("2.50", "AUD"));
        assertThat(money("0.10", "AUD").times(new BigDecimal("3"))).isEqualTo(money("0.30", "AUD"));
    }

    @Test
    void is_added_to_its_own_currency_only() {
        assertThatIllegalArgumentException().isThrownBy(() -> money("1", "AUD").compareTo(money("1", "EUR")));
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), CurrencyUnit.of(currency));
    }
}
