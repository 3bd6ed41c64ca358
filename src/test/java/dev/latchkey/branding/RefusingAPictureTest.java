package dev.latchkey.branding;

import static dev.latchkey.support.Pictures.encoded;
import static dev.latchkey.support.Pictures.painted;
import static dev.latchkey.support.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Pictures;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Wire;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class RefusingAPictureTest {

    private static final int RED = 0xffc02040;
    private static final int LARGEST = 2 * 1024 * 1024;

    /** 40 by 30 pixels, by libwebp 1.2.4: lossy, lossless, and lossy but half transparent. */
    private static final String LOSSY = "UklGRkgAAABXRUJQVlA4IDwAAAAQAwCdASooAB4APjEYikOiIaEStAAgAwSzgDsAACv3w3AA"
            + "/vWJH/6+AKeqP//zLz/zLz/zLz/laAAAAAA=";

    private static final String LOSSLESS = "UklGRh4AAABXRUJQVlA4TBEAAAAvJ0AHAAdQkAIXqP+BiOh/AAA=";
    private static final String TRANSPARENT = "UklGRmwAAABXRUJQVlA4WAoAAAAQAAAAJwAAHQAAQUxQSAoAAAABB9C/iAhERP8DVlA4IDwA"
            + "AAAQAwCdASooAB4APjEYikOiIaEStAAgAwSzgDsAACv3w3AA/vWJH/6+AKeqP//zLz/zLz/zLz/laAAAAAA=";

    /** The same, with a byte of its transparency changed: it took 46 s and 128 MB. */
    private static final String HOSTILE = "UklGRmwAAABXRUJQVlA4WAoAAAAQAAAAJwAAHQAAQUxQSAoAAAABB9C/iAhvRP8DVlA4IDwA"
            + "AAAQAwCdASooAB4APjEYikOiIaEStAAgAwSzgDsAACv3w3AA/vWJH/6+AKeqP//zLz/zLz/zLz9yaAAAAAA=";

    /** Of one pixel. */
    private static final String ANIMATED_WEBP =
            "UklGRlIAAABXRUJQVlA4WAoAAAASAAAAAAAAAAAAQU5JTQYAAAD/////AABBTk1GJgAAAAAAAAAA"
                    + "AAAAAAAAAGQAAABWUDhMDQAAAC8AAAAQBxAREYiI/gcA";

    private Practice clinic;
    private String location;

    @BeforeEach
    void open_a_clinic() {
        clinic = Portal.clinic();
        location = clinic.location("Harbour", "Australia/Sydney");
    }

    @AfterEach
    void shows_none() {
        assertRefused(
                Person.stranger().get(Api.shownPicture(clinic.slug(), location, "logo")), 404, "picture-not-found");
    }

    static Stream<Arguments> none() {
        var jpeg = encoded(painted(300, 200, RED), "jpeg");
        var webp = Base64.getDecoder().decode(LOSSY);
        return Stream.of(
                Arguments.of("nothing", new byte[0]),
                Arguments.of("a text", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8)),
                Arguments.of("a page", "<!doctype html><script>alert(1)</script>".getBytes(UTF_8)),
                Arguments.of("a gif", encoded(painted(4, 4, RED), "gif")),
                Arguments.of("a bmp", encoded(painted(4, 4, RED), "bmp")),
                Arguments.of("the head of a png", Arrays.copyOf(Pictures.SMALL, 8)),
                Arguments.of("half a png", half(Pictures.SMALL)),
                Arguments.of("half a jpeg", half(jpeg)),
                Arguments.of("a jpeg without its end", Arrays.copyOf(jpeg, jpeg.length - 2)),
                Arguments.of("half a webp", half(webp)),
                Arguments.of("a png without a side", Pictures.claiming(0, 10)),
                Arguments.of("a png with other pixels than it says", Pictures.claiming(10, 10)),
                Arguments.of(
                        "an animated png",
                        Pictures.withChunk(Pictures.SMALL, "acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0})),
                Arguments.of("a lossless webp", Base64.getDecoder().decode(LOSSLESS)),
                Arguments.of("a transparent webp", Base64.getDecoder().decode(TRANSPARENT)),
                Arguments.of("a hostile webp", Base64.getDecoder().decode(HOSTILE)),
                Arguments.of("an animated webp", Base64.getDecoder().decode(ANIMATED_WEBP)),
                Arguments.of("a jpeg of thousands of scans", withScans(jpeg, 5_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("none")
    void that_is_none(String what, byte[] sent) {
        assertRefused(clinic.owner().putsPicture(location, "logo", sent), 422, "picture-unreadable");
    }

    static Stream<Arguments> tooLarge() {
        return Stream.of(
                Arguments.of("a bomb", Pictures.claiming(30_000, 30_000)),
                Arguments.of("a long one", Pictures.claiming(4097, 1)),
                Arguments.of("a wide one", Pictures.claiming(4096, 4096)),
                Arguments.of(
                        "a webp that is larger than it seems",
                        widened(Base64.getDecoder().decode(LOSSY))),
                Arguments.of("a byte too many", Arrays.copyOf(Pictures.SMALL, LARGEST + 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooLarge")
    void that_is_too_large(String what, byte[] sent) {
        assertRefused(clinic.owner().putsPicture(location, "logo", sent), 413, "picture-too-large");
    }

    @Test
    void before_it_is_sent_if_it_says_that_it_is_too_large() throws Exception {
        try (var wire = Wire.open()) {
            wire.sends("PUT " + Api.picture(location, "logo") + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + clinic.owner().token() + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: "
                    + (LARGEST + 100_000) + "\r\n\r\n");

            assertThat(wire.hears()).contains(" 413 ").contains("body-too-large");
        }
    }

    @Test
    void of_a_kind_that_there_is_not() {
        assertRefused(clinic.owner().putsPicture(location, "banner", Pictures.SMALL), 404, "picture-not-found");
        assertRefused(clinic.owner().delete(Api.picture(location, "banner")), 404, "picture-not-found");
    }

    @Test
    void of_a_location_that_is_not_the_clinics() {
        var other = Portal.clinic();

        assertRefused(other.owner().putsPicture(location, "logo", Pictures.SMALL), 404, "location-not-found");
        assertRefused(other.owner().delete(Api.picture(location, "logo")), 404, "location-not-found");
        assertRefused(clinic.owner().putsPicture(Portal.ANY_ID, "logo", Pictures.SMALL), 404, "location-not-found");
    }

    @Test
    void of_a_member_who_may_not_change_the_clinic() {
        var receptionist = clinic.staff("receptionist");

        assertRefused(receptionist.putsPicture(location, "logo", Pictures.SMALL), 403, "forbidden");
        assertRefused(receptionist.delete(Api.picture(location, "logo")), 403, "forbidden");
    }

    /** To 4,000 by 4,000 pixels, as the picture itself says. */
    private static byte[] widened(byte[] webp) {
        return ByteBuffer.wrap(webp.clone())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(26, (short) 4000)
                .putShort(28, (short) 4000)
                .array();
    }

    private static byte[] half(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    /** Each a few bytes. */
    private static byte[] withScans(byte[] jpeg, int count) {
        var more = Arrays.copyOf(jpeg, jpeg.length + 2 * count);
        for (var scan = 0; scan < count; scan++) {
            more[jpeg.length - 2 + 2 * scan] = (byte) 0xFF;
            more[jpeg.length - 1 + 2 * scan] = (byte) 0xDA;
        }
        more[more.length - 2] = (byte) 0xFF;
        more[more.length - 1] = (byte) 0xD9;
        return more;
    }
}
