package dev.latchkey.faults;

import dev.latchkey.support.PackagedApp;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The settings of the nodes. */
final class Settings {

    private Settings() {}

    /** All callers share one address here, so its limits are raised; and failed letters are tried again sooner. */
    static Map<String, String> of(Postgres database, PostOffice mail, String operatorKey, Path directory) {
        var settings = ofDatabase(database.url("postgres"), directory);
        settings.put("QUARKUS_MAILER_PORT", String.valueOf(mail.port()));
        settings.put("LATCHKEY_OPERATOR_KEY", operatorKey);
        settings.put("LATCHKEY_REFRESH_TOKEN_CARRIER", "body");
        settings.put("LATCHKEY_WEB_TRUSTED_PROXIES", "127.0.0.1/32");
        settings.put("LATCHKEY_WORK_FIRST_RETRY", "1s");
        settings.put("LATCHKEY_WORK_LONGEST_RETRY", "4s");
        for (var limit : List.of(
                "LOGIN_LINK_REQUESTS_PER_IP",
                "LOGIN_LINK_REQUESTS_PER_NETWORK",
                "LOGIN_LINK_REQUESTS_PER_SITE",
                "LOGIN_LINK_REQUESTS_PER_MAILBOX",
                "LOGIN_FAILURES_PER_IP",
                "LOGIN_FAILURES_PER_NETWORK",
                "LOGIN_FAILURES_PER_SITE",
                "LETTERS_PER_MAILBOX",
                "LETTERS_PER_MAILBOX_IN_ALL",
                "LETTERS_PER_SENDER",
                "LETTERS_REQUESTED_PER_IP",
                "LETTERS_REQUESTED_PER_NETWORK",
                "LETTERS_REQUESTED_PER_SITE",
                "LETTERS_PER_CLINIC",
                "LETTERS_IN_ALL")) {
            settings.put("LATCHKEY_LIMITS_" + limit, "1000000/1m");
        }
        settings.put("LATCHKEY_LIMITS_SIGN_IN_REQUESTS", "10000/1s");
        return settings;
    }

    /** Of a node that has a database and no more. */
    static Map<String, String> ofDatabase(String url, Path directory) {
        var settings = PackagedApp.settled(url, directory);
        settings.put("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "20");
        settings.put("QUARKUS_DATASOURCE_USERNAME", "portal");
        settings.put("QUARKUS_DATASOURCE_PASSWORD", "portal's own");
        settings.put("QUARKUS_LIQUIBASE_USERNAME", "postgres");
        settings.put("QUARKUS_LIQUIBASE_PASSWORD", "postgres");
        return settings;
    }
}
