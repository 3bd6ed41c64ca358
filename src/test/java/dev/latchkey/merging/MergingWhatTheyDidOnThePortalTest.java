package dev.latchkey.merging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Answers;
import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MergingWhatTheyDidOnThePortalTest {

    private final Practice clinic = Portal.clinic();
    private final Twins twins = Twins.at(clinic);

    @Test
    void leaves_a_record_that_has_come_as_far_as_either() {
        invites(twins.kept());
        twins.gone().signsIn();
        var signedIn = lastSignIn(twins.gone());

        twins.merge().then().statusCode(201);

        assertThat(listed("signed-in")).containsExactly(twins.kept().id());
        assertThat(listed("invited")).isEmpty();
        assertThat(lastSignIn(twins.kept())).isEqualTo(signedIn);
    }

    @Test
    void takes_nothing_from_a_record_that_has_come_further() {
        invites(twins.gone());
        twins.kept().signsIn();

        twins.merge().then().statusCode(201);

        assertThat(listed("signed-in")).containsExactly(twins.kept().id());
    }

    @Test
    void is_undone_with_the_merge() {
        twins.gone().signsIn();
        var merged = twins.merge();
        assertThat(listed("never-invited")).isEmpty();

        twins.undo(merged).then().statusCode(204);

        assertThat(listed("never-invited")).containsExactly(twins.kept().id());
        assertThat(listed("signed-in")).containsExactly(twins.gone().id());
    }

    @Test
    void leaves_what_the_surviving_one_did_before_and_since() {
        twins.gone().signsIn();
        var merged = twins.merge();
        invites(twins.kept());

        twins.undo(merged).then().statusCode(204);

        assertThat(listed("invited")).containsExactly(twins.kept().id());

        var again = twins.merge();
        assertThat(listed("signed-in")).containsExactly(twins.kept().id());
        twins.undo(again).then().statusCode(204);
        assertThat(listed("invited")).containsExactly(twins.kept().id());
    }

    @Test
    void goes_along_with_a_further_merge_and_back() {
        twins.gone().signsIn();
        twins.merge().then().statusCode(201);
        var ella = clinic.client("Ella");

        var further = Twins.merge(clinic.owner(), ella, twins.kept());
        assertThat(listed("signed-in")).containsExactly(ella.id());
        clinic.owner()
                .delete(Twins.merges(ella) + "/" + Answers.text(further, "/id"))
                .then()
                .statusCode(204);

        assertThat(listed("signed-in")).containsExactly(twins.kept().id());
        assertThat(listed("never-invited")).containsExactly(ella.id());
    }

    private void invites(Person client) {
        clinic.owner().sendsLoginLinkTo(client, client.email()).then().statusCode(202);
    }

    private List<String> listed(String portal) {
        return Answers.texts(clinic.owner().get(Api.CLIENTS + "?portal=" + portal), "/items", "id");
    }

    private String lastSignIn(Person client) {
        return clinic.owner()
                .get(Api.CLIENTS + "?portal=signed-in")
                .path("items.find { it.id == '%s' }.portal.signedInAt", client.id());
    }
}
