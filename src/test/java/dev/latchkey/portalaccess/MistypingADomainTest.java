package dev.latchkey.portalaccess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MistypingADomainTest {

    @ParameterizedTest
    @CsvSource({
        "gmial.com, gmail.com",
        "gmail.con, gmail.com",
        "gmal.com, gmail.com",
        "ggmail.com, gmail.com",
        "gmail.comm, gmail.com",
        "hotmial.com, hotmail.com",
        "outlok.com, outlook.com",
        "bigpnod.com, bigpond.com",
        "yahoo.com.ua, yahoo.com.au",
        "t-onlin.de, t-online.de"
    })
    void is_seen_when_it_is_one_slip_away(String typed, String meant) {
        assertThat(MailDomains.findMeant(typed)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gmail.com", "ymail.com", "example.org", "gmx.dk", "harbour-physio.example", "g", "gamil.co.uk"})
    void is_not_seen_where_there_is_none(String domain) {
        assertThat(MailDomains.findMeant(domain)).isEmpty();
    }

    @Test
    void finds_nothing_in_a_name_of_one_letter() {
        assertThat(MailDomains.findMeant("x")).isEmpty();
    }
}
