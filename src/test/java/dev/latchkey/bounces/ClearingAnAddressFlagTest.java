package dev.latchkey.bounces;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.clients.Addressee;
import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Trail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClearingAnAddressFlagTest {

    @Inject
    AddressFlags flags;

    @Inject
    Clock clock;

    private Practice clinic;
    private Person owner;
    private Person mia;

    @BeforeEach
    void flag() {
        clinic = Portal.clinic();
        owner = clinic.owner();
        mia = clinic.client("Mia");
        var mailbox = new Addressee(Database.clinicId(clinic.slug()), mia.email());
        QuarkusTransaction.requiringNew().run(() -> flags.flag(mailbox, "5.1.1", clock.instant()));
    }

    @Test
    void lets_links_through_again() {
        assertRefused(owner.sendsLoginLinkTo(mia, mia.email()), 409, "address-bounced");

        owner.clearsAddressFlagOf(mia).then().statusCode(204);

        owner.sendsLoginLinkTo(mia, mia.email()).then().statusCode(202);
        mia.followsTheLinkInTheirMail().then().statusCode(201);
    }

    @Test
    void is_on_record_once_however_often_it_is_said() {
        owner.clearsAddressFlagOf(mia).then().statusCode(204);
        owner.clearsAddressFlagOf(mia).then().statusCode(204);

        assertThat(Trail.of(clinic).lines())
                .filteredOn(line -> line.act().equals("address-flag-cleared"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.actor().kind()).isEqualTo("staff");
                    assertThat(line.clientId()).isEqualTo(mia.id());
                    assertThat(line.addressHash()).isNotNull();
                });
    }

    @Test
    void is_for_all_who_share_the_mailbox() {
        var noah = clinic.client("Noah", mia.email());

        owner.clearsAddressFlagOf(noah).then().statusCode(204);

        owner.sendsLoginLinkTo(mia, mia.email()).then().statusCode(202);
    }

    @Test
    void changes_nothing_for_a_client_without_an_address() {
        owner.clearsAddressFlagOf(clinic.client("Walter", null)).then().statusCode(204);

        assertRefused(owner.sendsLoginLinkTo(mia, mia.email()), 409, "address-bounced");
    }

    @Test
    void is_not_for_another_clinic() {
        assertRefused(Portal.clinic().owner().clearsAddressFlagOf(mia), 404, "client-not-found");

        assertRefused(owner.sendsLoginLinkTo(mia, mia.email()), 409, "address-bounced");
    }
}
