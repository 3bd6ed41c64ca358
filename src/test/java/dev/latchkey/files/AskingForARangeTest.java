package dev.latchkey.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.http.RangeNotSatisfiable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskingForARangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0,    bytes 0-0/1000",
        "bytes=0-,     bytes 0-999/1000",
        "bytes=200-,   bytes 200-999/1000",
        "bytes=200-299, bytes 200-299/1000",
        "bytes=999-,   bytes 999-999/1000",
        "bytes=900-5000, bytes 900-999/1000",
        "bytes=-1,     bytes 999-999/1000",
        "bytes=-1000,  bytes 0-999/1000",
        "bytes=-1001,  bytes 0-999/1000",
        "BYTES=0-9,    bytes 0-9/1000",
        "bytes= 0-9,   bytes 0-9/1000",
        "bytes=5-99999999999999999999999999, bytes 5-999/1000",
        "bytes=-99999999999999999999999999, bytes 0-999/1000"
    })
    void gives_that_part(String header, String contentRange) {
        assertThat(ByteRange.parse(header, 1000)).hasValueSatisfying(range -> assertThat(range.toContentRange(1000))
                .isEqualTo(contentRange));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-1,5-6",
                "bytes=",
                "bytes=-",
                "bytes=5-4",
                "bytes=a-b",
                "bytes=--1",
                "bytes=0x1-2",
                "bytes=1",
                "items=0-1",
                "0-1",
                "",
                "bytes=0-1;x",
                "bytes=\u0661-\u0662"
            })
    void gives_the_whole_where_it_is_not_one_range_of_bytes(String header) {
        assertThat(ByteRange.parse(header, 1000)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=1000-", "bytes=1000-1001", "bytes=-0", "bytes=99999999999999999999-", "bytes=5000-6000"})
    void refuses_what_begins_behind_the_end(String header) {
        assertThatThrownBy(() -> ByteRange.parse(header, 1000)).isInstanceOf(RangeNotSatisfiable.class);
    }
}
