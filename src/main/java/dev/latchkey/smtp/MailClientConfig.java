package dev.latchkey.smtp;

import io.vertx.ext.auth.authentication.UsernamePasswordCredentials;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/** The mail server's settings, as the client wants them. */
@ApplicationScoped
class MailClientConfig {

    /** Of those that a wrong password is tried with, one after another, the two that mail servers offer. */
    private static final String AUTH_METHODS = "LOGIN PLAIN";

    private final MailServerSettings settings;
    private final EhloName ehloName;

    MailClientConfig(MailServerSettings settings, EhloName ehloName) {
        this.settings = settings;
        this.ehloName = ehloName;
    }

    /**
     * For one client: of a configuration that is used again, the client turns the check of the server's name off, for it takes the name of
     * the check that it has set itself for one that was given.
     *
     * @param connections as many as may be open at once: one that refused a letter is open until the server hangs up
     */
    MailConfig create(int connections) {
        var silence = Math.toIntExact(Math.max(1, settings.silence().toMillis()));
        var config = new MailConfig(plain(settings.host()), settings.port())
                .setSsl(settings.tls())
                .setStarttls(settings.startTls())
                .setOwnHostname(ehloName.get())
                .setLogin(settings.username().isPresent() ? LoginOption.NONE : LoginOption.DISABLED)
                .setAuthMethods(AUTH_METHODS)
                .setPipelining(false)
                .setKeepAlive(true)
                .setKeepAliveTimeout(0)
                .setPoolCleanerPeriod(0)
                .setMaxPoolSize(Math.max(1, connections));
        config.setConnectTimeout(silence)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setReadIdleTimeout(silence)
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setSslHandshakeTimeout(silence);
        return config;
    }

    /** Empty ones are never sent. */
    UsernamePasswordCredentials credentials() {
        return new UsernamePasswordCredentials(
                settings.username().orElse(""), settings.password().orElse(""));
    }

    private static String plain(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
