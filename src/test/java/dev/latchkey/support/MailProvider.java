package dev.latchkey.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.response.Response;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/** The mail provider of the installation, which signs what it reports. */
public final class MailProvider {

    public static final String SIGNATURE = "Latchkey-Signature";

    private MailProvider() {}

    public static Response reports(Map<String, String> event) {
        return sends(PlainHttp.text(Map.of("events", List.of(event))));
    }

    public static Response sends(String body) {
        return sends(body, sign(body));
    }

    public static Response sends(String body, String signature) {
        return Person.stranger().sends("POST", Api.MAIL_EVENTS, body, Map.of(SIGNATURE, signature));
    }

    /** A message that a mail server wrote because a letter came back. */
    public static Response pipes(String message) {
        var headers = Map.of("Content-Type", ContractOperation.MESSAGE, SIGNATURE, sign(message));
        return Person.stranger().sends("POST", Api.DSN, message, headers);
    }

    public static String sign(String body) {
        return sign(
                body, Instant.now(), ConfigProvider.getConfig().getValue("latchkey.mail-events.secret", String.class));
    }

    public static String sign(String body, Instant at, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            var hash = mac.doFinal((at.getEpochSecond() + "." + body).getBytes(UTF_8));
            return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
