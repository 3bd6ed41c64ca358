package dev.latchkey.support;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.regex.Pattern;

/** A delivered letter: its recipient, and the secret and the code in it, if there are any. */
public record DeliveredLetter(String to, String secret, String code) {

    private static final Pattern SECRET = Pattern.compile("https?://\\S+?#([\\w-]+)");
    private static final Pattern CODE = Pattern.compile("instead: ([0-9]{6})\\b");

    public static DeliveredLetter of(MimeMessage message) {
        try {
            var to = message.getRecipients(RecipientType.TO)[0].toString();
            var text = GreenMailUtil.getBody(message).replace("=\r\n", "");
            return new DeliveredLetter(to, first(SECRET, text), first(CODE, text));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }
}
