package dev.latchkey.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferingAFileTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "exercises.pdf | attachment; filename=\"exercises.pdf\"; filename*=UTF-8''exercises.pdf",
                "a \"b\" \\ 100%.pdf | attachment; filename=\"a _b_ _ 100_.pdf\"; filename*=UTF-8''a%20%22b%22%20%5C%20100%25.pdf",
                "Übung.pdf | attachment; filename=\"_bung.pdf\"; filename*=UTF-8''%C3%9Cbung.pdf",
                "it's;x.pdf | attachment; filename=\"it's;x.pdf\"; filename*=UTF-8''it%27s%3Bx.pdf",
                "Q&A 1+1 ~*.txt | attachment; filename=\"Q&A 1+1 ~*.txt\"; filename*=UTF-8''Q%26A%201%2B1%20%7E%2A.txt",
                "😀.png | attachment; filename=\"_.png\"; filename*=UTF-8''%F0%9F%98%80.png"
            })
    void names_it_for_every_browser(String name, String header) {
        assertThat(ContentDisposition.attachment(name)).isEqualTo(header);
    }
}
