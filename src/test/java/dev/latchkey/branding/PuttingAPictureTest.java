package dev.latchkey.branding;

import static dev.latchkey.support.Pictures.decoded;
import static dev.latchkey.support.Pictures.encoded;
import static dev.latchkey.support.Pictures.painted;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Pictures;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PuttingAPictureTest {

    private static final int RED = 0xffc02040;
    private static final String SECRET = "taken at 33.8568 S, 151.2153 E";

    /** 40 by 30 pixels of RED, by libwebp 1.2.4. */
    private static final String LOSSY = "UklGRkgAAABXRUJQVlA4IDwAAAAQAwCdASooAB4APjEYikOiIaEStAAgAwSzgDsAACv3w3AA"
            + "/vWJH/6+AKeqP//zLz/zLz/zLz/laAAAAAA=";

    /** 20 by 10 pixels of red in the colours of print. */
    private static final String CMYK =
            "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAQCwwODAoQDg0OEhEQExgoGhgWFhgxIyUdKDozPTw5Mzg3QEhcTkBEV0U3"
                    + "OFBtUVdfYmdoZz5NcXlwZHhcZWdj/9sAQwEREhIYFRgvGhovY0I4QmNjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj"
                    + "Y2Nj/8AAFAgACgAUBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAFB//EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAWAQEBAQAAAAAAAAAAAAAA"
                    + "AAAABQb/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADgQBAAIRAxEEAAA/ALQCowbQAAAAB//Z";

    private Practice clinic;
    private String location;

    @BeforeEach
    void open_a_clinic() {
        clinic = Portal.clinic();
        location = clinic.location("Harbour", "Australia/Sydney");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void takes_a_png_and_a_jpeg(String format) {
        puts("logo", encoded(painted(40, 30, RED), format));

        assertShown("logo", 40, 30, RED);
    }

    @Test
    void takes_a_webp() {
        puts("logo", Base64.getDecoder().decode(LOSSY));

        assertShown("logo", 40, 30, RED);
    }

    @Test
    void takes_a_jpeg_in_the_colours_of_print() {
        puts("image", Base64.getDecoder().decode(CMYK));

        assertShown("image", 20, 10, 0xfffe0000);
    }

    @Test
    void keeps_a_logo_transparent_and_puts_an_image_on_white() {
        var half = encoded(painted(1024, 600, 0x80c02040), "png");
        puts("logo", half);
        puts("image", half);

        assertNear(decoded(shown("logo")).getRGB(20, 15), 0x80c02040);
        assertNear(decoded(shown("image")).getRGB(20, 15), 0xffdf909f);
        assertThat(shown("image").contentType()).isEqualTo("image/jpeg");
    }

    @Test
    void keeps_grey_as_grey_as_it_was() {
        var grey = new BufferedImage(10, 10, BufferedImage.TYPE_BYTE_GRAY);
        var samples = new int[100];
        Arrays.fill(samples, 0x80);
        grey.getRaster().setSamples(0, 0, 10, 10, 0, samples);

        puts("logo", encoded(grey, "png"));

        assertShown("logo", 10, 10, 0xff808080);
    }

    @ParameterizedTest
    @CsvSource({
        "logo, 1024, 256, 512, 128",
        "logo, 300, 900, 171, 512",
        "image, 4000, 3000, 1600, 1200",
        "image, 20, 10, 20, 10"
    })
    void makes_it_no_larger_than_it_is_shown(String kind, int width, int height, int shownWidth, int shownHeight) {
        puts(kind, encoded(painted(width, height, RED), "png"));

        assertShown(kind, shownWidth, shownHeight, RED);
    }

    @Test
    void keeps_no_more_than_half_a_megabyte_of_noise() {
        var noise = new BufferedImage(700, 700, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        noise.setRGB(0, 0, 700, 700, random.ints(700 * 700).toArray(), 0, 700);

        puts("logo", encoded(noise, "png"));

        assertThat(shown("logo").asByteArray().length).isBetween(100_000, 512 * 1024);
    }

    /** A camera that was held on its side: the left half of its pixels is the upper half of what it saw. */
    @Test
    void shows_a_photograph_as_its_camera_was_held() {
        var lying = painted(400, 200, RED);
        lying.setRGB(0, 0, 200, 200, new int[200 * 200], 0, 200);

        puts("image", Pictures.fromACamera(encoded(lying, "jpeg"), 6, SECRET));

        var upright = decoded(shown("image"));
        assertThat(upright.getWidth()).isEqualTo(200);
        assertThat(upright.getHeight()).isEqualTo(400);
        assertNear(upright.getRGB(100, 50), 0xff000000);
        assertNear(upright.getRGB(100, 350), RED);
    }

    @Test
    void keeps_nothing_that_was_written_beside_the_pixels() {
        var photo = Pictures.fromACamera(encoded(painted(40, 30, RED), "jpeg"), 1, SECRET);
        var drawing = Pictures.withChunk(Pictures.SMALL, "tEXt", ("Comment\0" + SECRET).getBytes(ISO_8859_1));
        for (var sent : new byte[][] {photo, drawing}) {
            for (var kind : new String[] {"logo", "image"}) {
                puts(kind, sent);

                assertThat(new String(sent, ISO_8859_1)).contains(SECRET);
                assertThat(new String(shown(kind).asByteArray(), ISO_8859_1)).doesNotContain(SECRET);
            }
        }
    }

    @Test
    void takes_the_place_of_the_one_before_and_is_on_record() {
        puts("logo", Pictures.SMALL);

        var answer = clinic.owner().putsPicture(location, "logo", encoded(painted(40, 30, 0xff2040c0), "png"));

        assertShown("logo", 40, 30, 0xff2040c0);
        var line = Trail.of(clinic).lineOf(answer);
        assertThat(line.toString()).contains("location-picture-changed");
        assertThat(line.recordId()).isEqualTo(location);
    }

    @Test
    void leaves_the_other_kind_and_the_other_location_alone() {
        puts("logo", Pictures.SMALL);

        assertThat(shown("image").statusCode()).isEqualTo(404);
        var other = clinic.location("City", "Australia/Perth");
        assertThat(Person.stranger()
                        .get(Api.shownPicture(clinic.slug(), other, "logo"))
                        .statusCode())
                .isEqualTo(404);
    }

    private void puts(String kind, byte[] sent) {
        clinic.owner().putsPicture(location, kind, sent).then().statusCode(204);
    }

    private Response shown(String kind) {
        return Person.stranger().get(Api.shownPicture(clinic.slug(), location, kind));
    }

    private void assertShown(String kind, int width, int height, int argb) {
        var picture = decoded(shown(kind));
        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(height);
        assertNear(picture.getRGB(width / 2, height / 2), argb);
        assertNear(picture.getRGB(width - 1, height - 1), argb);
    }

    /** What is lost to a lossy format. */
    private static void assertNear(int actual, int expected) {
        for (var shift = 0; shift < 32; shift += 8) {
            assertThat(actual >>> shift & 0xff)
                    .as("%08x instead of %08x", actual, expected)
                    .isCloseTo(expected >>> shift & 0xff, within(6));
        }
    }
}
