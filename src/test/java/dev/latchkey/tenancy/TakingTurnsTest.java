package dev.latchkey.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Statements;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Row-level security costs no statement of its own, also where a connection serves one caller after the other. */
@QuarkusTest
class TakingTurnsTest {

    private static final Pattern CHECK_OF_A_SESSION = Pattern.compile("from live_session where id = \\$1");

    /** But for the background, which is shown everything. */
    private static final Pattern SET_AGAIN =
            Pattern.compile("select set_config\\('latchkey.clinic', \\$1[^\\n]*\\n[^\\n]*Parameters: \\$1 = '[^*]");

    @Test
    void tells_a_connection_who_is_calling_in_the_check_of_their_session_alone() throws Exception {
        var owners = List.of(Portal.clinic().owner(), Portal.clinic().owner());

        try (var statements = Statements.listening()) {
            for (var n = 0; n < 100; n++) {
                owners.get(n % 2).get(Api.CLIENTS).then().statusCode(200);
            }

            assertThat(CHECK_OF_A_SESSION.matcher(statements.asked()).results()).hasSize(100);
            // Now and then the background takes the connection between the two questions.
            assertThat(SET_AGAIN.matcher(statements.asked()).results()).hasSizeLessThan(10);
        }
    }

    @Test
    void asks_nothing_of_the_staffs_tables_for_a_client() throws Exception {
        var mia = Portal.clinic().client("Mia");
        mia.signsIn();

        try (var statements = Statements.listening()) {
            mia.get(Api.APPOINTMENTS).then().statusCode(200);

            assertThat(statements.asked())
                    .contains("from live_client_session where id = $1")
                    .doesNotContain("from live_session");
        }
    }
}
