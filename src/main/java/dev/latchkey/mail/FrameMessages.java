package dev.latchkey.mail;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What letters of several kinds say. */
@MessageBundle(value = "frame", locale = "en")
public interface FrameMessages {

    @Message
    String hello();

    @Message
    String copyLink();

    @Message
    String when();
}
