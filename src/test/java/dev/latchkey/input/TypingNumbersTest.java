package dev.latchkey.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As people read a code out, type it by the keyboard they have, or paste it with what stood around it. */
class TypingNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456",
                "123 456",
                " 123456\n",
                "1 2 3 4 5 6",
                "123-456",
                "123\u2013456",
                "123\u2011456",
                "123\u2212456",
                "123\u00a0456",
                "123\u202f456",
                "123\u2009456",
                "123\u3000456",
                "123\t456",
                "\u200b123\u200b456\ufeff",
                "123\u00ad456",
                "\u202a123456\u202c",
                "123\uff0d456",
                "\u0661\u0662\u0663 \u0664\u0665\u0666",
                "\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6",
                "\uff11\uff12\uff13\u2003\uff14\uff15\uff16"
            })
    void comes_to_the_same(String typed) {
        assertThat(TypedCode.Reader.bare(typed)).isEqualTo("123456");
    }
}
