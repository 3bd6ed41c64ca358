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
                "ASKS_PER_IP",
                "ASKS_PER_NETWORK",
                "ASKS_PER_SITE",
                "ASKS_PER_MAILBOX",
                "FAILURES_PER_IP",
                "FAILURES_PER_NETWORK",
                "FAILURES_PER_SITE")) {
            settings.put("LATCHKEY_LOGIN_LIMITS_" + limit, "1000000/1m");
        }
        for (var limit : List.of(
                "PER_MAILBOX",
                "PER_MAILBOX_IN_ALL",
                "PER_SENDER",
                "PER_SENDER_NETWORK",
                "PER_SENDER_SITE",
                "PER_CLINIC",
                "IN_ALL")) {
            settings.put("LATCHKEY_MAIL_LIMITS_" + limit, "1000000/1m");
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
