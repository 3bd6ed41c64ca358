package dev.latchkey.smtp;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** What an operator may have said of the mail server. */
record GivenMailServer(String host, int port, boolean isTls, String startTls, Duration timeout) {

    static GivenMailServer plain(MailServerSettings of) {
        return new GivenMailServer(of.host(), of.port(), false, "OPTIONAL", Duration.ofMinutes(5));
    }

    MailServerSettings settings() {
        return settingsOf("");
    }

    MailServerSettings settingsOf(String username) {
        return new SmallRyeConfigBuilder()
                .withDefaultValues(Map.of(
                        "quarkus.mailer.host",
                        host,
                        "quarkus.mailer.username",
                        username,
                        "quarkus.mailer.password",
                        username.isEmpty() ? "" : "open sesame",
                        "quarkus.mailer.port",
                        String.valueOf(port),
                        "quarkus.mailer.tls",
                        String.valueOf(isTls),
                        "quarkus.mailer.start-tls",
                        startTls,
                        "quarkus.mailer.timeout",
                        timeout.toString()))
                .withMapping(MailServerSettings.class)
                .build()
                .getConfigMapping(MailServerSettings.class);
    }
}
