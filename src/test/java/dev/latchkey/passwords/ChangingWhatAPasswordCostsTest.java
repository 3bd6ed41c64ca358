package dev.latchkey.passwords;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.staff.StaffMembers;
import dev.latchkey.support.Authenticator;
import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Together;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** An installation of the tests asks for 64 KiB and two passes. */
@QuarkusTest
class ChangingWhatAPasswordCostsTest {

    private final Person owner = Portal.clinic().owner();

    @Inject
    StaffMembers members;

    @ParameterizedTest
    @ValueSource(ints = {32, 128})
    void changes_each_hash_as_its_member_signs_in(int memory) {
        var before = keepsTheirHash(memory, 2);

        Person.stranger().signsInAsStaff(owner.email(), Person.PASSWORD).then().statusCode(201);

        assertThat(costs(64, 2)).isTrue();
        Person.stranger().signsInAsStaff(owner.email(), Person.PASSWORD).then().statusCode(201);
        assertThat(isStill(before)).isFalse();
    }

    @Test
    void in_passes_does_so_too() {
        keepsTheirHash(64, 1);

        Person.stranger().signsInAsStaff(owner.email(), Person.PASSWORD).then().statusCode(201);

        assertThat(costs(64, 2)).isTrue();
    }

    @Test
    void leaves_a_hash_alone_that_costs_as_much_already() {
        var hash = keepsTheirHash(64, 2);

        Person.stranger().signsInAsStaff(owner.email(), Person.PASSWORD).then().statusCode(201);

        assertThat(isStill(hash)).isTrue();
    }

    @Test
    void waits_for_the_right_password_but_for_no_second_factor() {
        var app = Authenticator.enrolledBy(owner);
        var hash = keepsTheirHash(128, 2);

        assertRefused(
                Person.stranger().signsInAsStaff(owner.email(), "wrong horse battery staple"),
                401,
                "credentials-wrong");
        assertThat(isStill(hash)).isTrue();

        var begun = Person.stranger().signsInAsStaff(owner.email(), Person.PASSWORD);
        begun.then().statusCode(201).body("status", equalTo("second-factor-required"));
        assertThat(costs(64, 2)).isTrue();
        Person.stranger()
                .entersSecondFactor(begun.path("secondFactorToken"), app.nextCode())
                .then()
                .statusCode(201);
    }

    @Test
    void refuses_no_member_who_signs_in_at_the_same_moment() throws Exception {
        keepsTheirHash(128, 2);
        Callable<Response> entering = () -> Person.stranger().signsInAsStaff(owner.email(), Person.PASSWORD);

        var answers = Together.all(Collections.nCopies(8, entering));

        assertThat(answers).allSatisfy(answer -> answer.then().statusCode(201));
    }

    @Test
    void takes_no_password_away_that_was_set_meanwhile() {
        keepsTheirHash(128, 2);
        var known = members.findById(UUID.fromString(owner.id()));
        var meanwhile = keepsTheirHash(64, 2);

        QuarkusTransaction.requiringNew().run(() -> members.rehash(known, "what the former one hashes to"));

        assertThat(isStill(meanwhile)).isTrue();
    }

    private String keepsTheirHash(int memory, int passes) {
        var hash = new Argon2PasswordEncoder(16, 32, 1, memory, passes).encode(Person.PASSWORD);
        Database.execute("update staff_member set password_hash = ? where address_key = ?", hash, owner.email());
        return hash;
    }

    private boolean isStill(String hash) {
        return isLike(hash);
    }

    private boolean costs(int memory, int passes) {
        return isLike("$argon2id$v=19$m=" + memory + ",t=" + passes + ",p=1$%");
    }

    private boolean isLike(String pattern) {
        var question = "select count(*) from staff_member where address_key = ? and password_hash like ?";
        return Database.count(question, owner.email(), pattern) == 1;
    }
}
