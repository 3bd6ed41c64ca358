package dev.latchkey.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

@QuarkusTest
class PrintingThePortalLinkTest {

    private static final String SVG = Api.PORTAL_LINK + "/qr.svg";
    private static final String PNG = Api.PORTAL_LINK + "/qr.png";
    private static final String HTTP = "http://localhost:5173/";

    private static final String RUN = "M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z";
    private static final int QUIET_ZONE = 4;
    private static final int WHITE = 0xffffff;
    private static final int PIXELS_OF_A_MODULE = 8;

    private Practice clinic;
    private Person owner;

    @BeforeEach
    void open_a_clinic() {
        clinic = Portal.clinic();
        owner = clinic.owner();
    }

    @Test
    void draws_a_code_that_leads_to_the_portal() throws Exception {
        var answer = owner.get(SVG);

        assertThat(answer.contentType()).startsWith("image/svg+xml");
        assertThat(answer.header("Content-Disposition")).isEqualTo("inline; filename=\"portal-link.svg\"");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        var svg = drawing(answer);
        assertThat(read(rasterised(svg))).isEqualTo(HTTP + clinic.slug());
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(HTTP + clinic.slug());
        assertThat(svg.getElementsByTagName("path").getLength()).isOne();
        assertThat(svg.getAttribute("shape-rendering")).isEqualTo("crispEdges");
    }

    @Test
    void paints_one_of_a_bit_a_pixel_that_leads_to_the_portal() throws Exception {
        var answer = owner.get(PNG);

        assertThat(answer.contentType()).isEqualTo("image/png");
        assertThat(answer.header("Content-Disposition")).isEqualTo("inline; filename=\"portal-link.png\"");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        var image = painting(answer);
        assertThat(read(image)).isEqualTo(HTTP + clinic.slug());
        assertThat(image.getColorModel().getPixelSize()).isOne();
        assertThat(image.getWidth()).isBetween(1150, 1250).isEqualTo(image.getHeight());
    }

    @Test
    void has_the_same_modules_in_both_and_four_of_margin() throws Exception {
        var drawn = rasterised(drawing(owner.get(SVG)));
        var painted = painting(owner.get(PNG));
        var side = drawn.getWidth() / PIXELS_OF_A_MODULE;
        var scale = painted.getWidth() / side;

        assertThat(painted.getWidth()).isEqualTo(side * scale);
        for (var y = 0; y < side; y++) {
            for (var x = 0; x < side; x++) {
                var isWhite = isWhite(drawn, x * PIXELS_OF_A_MODULE, y * PIXELS_OF_A_MODULE);
                assertThat(isWhite(painted, x * scale, y * scale)).isEqualTo(isWhite);
                assertThat(isWhite(painted, (x + 1) * scale - 1, (y + 1) * scale - 1))
                        .isEqualTo(isWhite);
                if (Math.min(x, y) < QUIET_ZONE || Math.max(x, y) >= side - QUIET_ZONE) {
                    assertThat(isWhite).isTrue();
                }
            }
        }
        assertThat(isWhite(drawn, QUIET_ZONE * PIXELS_OF_A_MODULE, QUIET_ZONE * PIXELS_OF_A_MODULE))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {SVG, PNG})
    void is_sent_again_only_when_the_link_is_another(String path) throws Exception {
        var longest = (UUID.randomUUID() + "-" + UUID.randomUUID()).substring(0, 63);
        var etag = owner.get(path).header("ETag");
        seenAs(etag, path).then().statusCode(304).header("ETag", equalTo(etag));

        owner.post(Api.PORTAL_ROTATIONS, Map.of("slug", longest, "former", "dead"))
                .then()
                .statusCode(201);

        var newer = seenAs(etag, path);
        newer.then().statusCode(200);
        assertThat(newer.header("ETag")).isNotEqualTo(etag);
        assertThat(read(path.equals(SVG) ? rasterised(drawing(newer)) : painting(newer)))
                .isEqualTo(HTTP + longest);
    }

    @Test
    void says_so_to_who_takes_another_kind_of_answer() {
        var refused = owner.sends("GET", PNG, null, Map.of("Accept", "application/json"));

        assertThat(refused.statusCode()).isEqualTo(406);
    }

    @Test
    void stays_a_drawing_for_an_address_that_xml_would_read_otherwise() throws Exception {
        var address = "https://portal.example.org/<b>&amp;/\u00fcber-uns/harbour";

        var svg = drawing(QrCode.of(address).toSvg());

        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(address);
        assertThat(read(rasterised(svg))).isEqualTo(address);
    }

    private Response seenAs(String etag, String path) {
        return owner.sends("GET", path, null, Map.of("If-None-Match", etag));
    }

    private static Element drawing(Response answer) throws Exception {
        answer.then().statusCode(200);
        return drawing(answer.asByteArray());
    }

    private static Element drawing(byte[] svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg))
                .getDocumentElement();
    }

    private static BufferedImage painting(Response answer) throws IOException {
        answer.then().statusCode(200);
        return ImageIO.read(new ByteArrayInputStream(answer.asByteArray()));
    }

    /** As a browser would show it, in eight pixels a module. */
    private static BufferedImage rasterised(Element svg) {
        var box = List.of(svg.getAttribute("viewBox").split(" "));
        var side = Integer.parseInt(box.get(2));
        assertThat(box).containsExactly("0", "0", "" + side, "" + side);
        var path = ((Element) svg.getElementsByTagName("path").item(0)).getAttribute("d");
        assertThat(Pattern.compile(RUN).matcher(path).replaceAll(""))
                .as("what is no run")
                .isEmpty();
        var pixels = side * PIXELS_OF_A_MODULE;
        var image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_RGB);
        fill(image, 0, 0, side, side, WHITE);
        Pattern.compile(RUN).matcher(path).results().forEach(run -> {
            assertThat(run.group(4)).isEqualTo(run.group(3));
            fill(image, number(run.group(1)), number(run.group(2)), number(run.group(3)), 1, 0);
        });
        return image;
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private static void fill(BufferedImage image, int x, int y, int width, int height, int colour) {
        for (var column = x * PIXELS_OF_A_MODULE; column < (x + width) * PIXELS_OF_A_MODULE; column++) {
            for (var row = y * PIXELS_OF_A_MODULE; row < (y + height) * PIXELS_OF_A_MODULE; row++) {
                image.setRGB(column, row, colour);
            }
        }
    }

    private static boolean isWhite(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) & WHITE) == WHITE;
    }

    /** By the reader that many telephones have. */
    private static String read(BufferedImage image) throws ReaderException {
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var found = new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(
                                new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))),
                        Map.of(DecodeHintType.PURE_BARCODE, true)); // no photograph, in which it were to be found first
        assertThat(found.getResultMetadata()).containsEntry(ResultMetadataType.ERROR_CORRECTION_LEVEL, "M");
        return found.getText();
    }
}
