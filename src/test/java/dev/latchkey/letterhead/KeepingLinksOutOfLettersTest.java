package dev.latchkey.letterhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepingLinksOutOfLettersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://",
                "HTTPS://EVIL",
                "\\\\server\\share",
                "www.evil",
                "WWW.evil, twice",
                "evil.com",
                "Evil.Com.",
                "x.com",
                "x.com!",
                "t.co/abc",
                "evil.example/login",
                "dr.med/login",
                "log in at evil.com:8443",
                "evil.com.We are back",
                "evil.com-Login",
                "portal.harbour-physio.com.au",
                "user@host.com",
                "10.0.0.1",
                "see 192.168.178.1/login",
                "мой.рф",
                "müller.berlin",
                "xn--80ak6aa92e.xn--p1ai",
                "公司.中国",
                "見るevil.comへ",
                "ｅvil．com",
                "evil。com",
                "evil․com",
                "ev\u200dil.c\u200dom",
                "evil.\u00adcom",
                "closed.So please wait"
            })
    void finds_what_a_mail_program_would_make_a_link_of(String words) {
        assertThat(OwnWords.hasLink(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dr.med. Anna Berg",
                "Prof.Dr.med.Berg",
                "Dr.med.dent. und Dr.med.vet.",
                "Dr.in Huber, Mag.a Huber",
                "Sam Smith, B.Sc., M.Sc., Ph.D., L.Ac.",
                "Berg GmbH & Co.KG",
                "Harbour Pty.Ltd.",
                "St.Gallen",
                "St.Moritz-Bad, Hauptstr.12",
                "a.m. or p.m.",
                "8.30-18.00, 8.30am",
                "z.B. Mo.-Fr., d.h. u.a. i.d.R.",
                "e.g. on Mondays, i.e. not today",
                "Clínica S.L.U., S.A. de C.V.",
                "Bis bald... Ihr Team",
                "We are closed. So please wait. In June we are back.",
                "01.23.45.67.89, 044.123.45.67, 1.800.555.1234",
                "Since 1.1.2026, version 2.0",
                "Physio@Home",
                "Find us @harbourphysio",
                "and/or, 24/7, w/o",
                "Awww.",
                "。です。",
                ".com",
                ""
            })
    void lets_people_write_as_they_do(String words) {
        assertThat(OwnWords.hasLink(words)).isFalse();
    }

    @Test
    void reads_a_long_text_at_once() {
        assertThat(OwnWords.hasLink("a.".repeat(10_000) + "-.".repeat(10_000))).isFalse();
    }

    @Test
    void leaves_what_stands_there_already() {
        assertThatCode(() -> OwnWords.requireNoLink("physio.com", "physio.com")).doesNotThrowAnyException();
        assertThatCode(() -> OwnWords.requireNoLink("physio.com", null)).doesNotThrowAnyException();
        assertThatThrownBy(() -> OwnWords.requireNoLink("physio.com", "other.com"))
                .isInstanceOf(Refusal.class)
                .hasMessage("letter-text-has-link");
    }
}
