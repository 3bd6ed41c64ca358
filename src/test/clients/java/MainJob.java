import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.ClientApi;
import org.openapitools.client.api.PublicApi;
import org.openapitools.client.api.StaffAppointmentsApi;
import org.openapitools.client.api.StaffClientsApi;
import org.openapitools.client.api.StaffInvoicesApi;
import org.openapitools.client.api.StaffSetupApi;
import org.openapitools.client.model.AppointmentStatus;
import org.openapitools.client.model.ChosenProfile;
import org.openapitools.client.model.ClientChanges;
import org.openapitools.client.model.GivenMoney;
import org.openapitools.client.model.GivenMoneyAboveZero;
import org.openapitools.client.model.LoginLinkAsk;
import org.openapitools.client.model.NewAppointment;
import org.openapitools.client.model.NewInvoice;
import org.openapitools.client.model.NewInvoiceLine;
import org.openapitools.client.model.NewPayment;
import org.openapitools.client.model.PaymentMethod;
import org.openapitools.client.model.Problem;
import org.openapitools.client.model.Redemption;
import org.openapitools.client.model.RedemptionOfLink;
import org.openapitools.client.model.SessionOpened;
import org.openapitools.client.model.StaffCredentials;

/** The main job, with the client that OpenAPI Generator makes for Java. */
class MainJob {

    private static final ObjectMapper JSON = ApiClient.createDefaultObjectMapper();
    private static final Pattern LINK = Pattern.compile("https?://\\S+#([\\w-]+)");

    private final String base;
    private final PublicApi stranger;
    private StaffClientsApi clients;

    private MainJob(String base) {
        this.base = base;
        this.stranger = new PublicApi(caller());
    }

    public static void main(String[] arguments) throws Exception {
        new MainJob(arguments[0]).run();
    }

    private void run() throws Exception {
        // The receptionist's side

        var credentials =
                new StaffCredentials().email("olivia@harbour.example.org").password("nine-gulls-over-the-pier");
        var session = stranger.signInStaff(credentials, null).getStaffSignedIn();
        var staff = bearing(session.getAccessToken());
        clients = new StaffClientsApi(staff);
        var setup = new StaffSetupApi(staff);
        var appointments = new StaffAppointmentsApi(staff);
        var invoices = new StaffInvoicesApi(staff);

        var found = clients.listClients(null, null, "larsen", null, null, null, null).getItems();
        var mia = found.get(0).getId();
        var noah = found.get(1).getId();
        expect("Larsen", clients.getClient(mia, null).getFamilyName());

        var service = setup.listServices(null, null).getItems().get(0);
        var wanted = new NewAppointment()
                .startsAt(OffsetDateTime.now(ZoneOffset.UTC).plusDays(7).truncatedTo(ChronoUnit.MINUTES))
                .durationMinutes(service.getDurationMinutes())
                .locationId(setup.listLocations(null, null).getItems().get(0).getId())
                .practitionerId(
                        setup.listPractitioners(null, null).getItems().get(0).getId())
                .serviceId(service.getId());
        var booked = appointments.createAppointment(
                mia, wanted, UUID.randomUUID().toString());
        expect("pending", booked.getStatus());
        // For a body that is left out this client sends null.
        expect("cancelled", appointments.cancelAppointment(booked.getId(), null, null).getStatus());

        var line = new NewInvoiceLine()
                .description(service.getName())
                .quantity("1")
                .unitPrice(new GivenMoney().amount("80.00").currency("AUD"))
                .taxRatePercent("10");
        var planned = new NewInvoice().dueOn(LocalDate.now().plusDays(14)).lines(List.of(line));
        var draft = invoices.createInvoice(mia, planned, null);
        expect("draft", draft.getStatus());
        expect(null, draft.getNumber());
        var invoice = invoices.finaliseInvoice(draft.getId(), null, null);
        expect("open", invoice.getStatus());
        var part = new NewPayment()
                .amount(new GivenMoneyAboveZero().amount("30.00").currency("AUD"))
                .method(PaymentMethod.CARD);
        var paid = invoices.recordPayment(invoice.getId(), part, null);
        expect("58.00", paid.getOutstanding().getAmount());

        // The client's side: with an e-mail of her own, and with one she shares

        var own = UUID.randomUUID() + "@example.org";
        changeEmail(mia, own);
        var entered = redeem(own).getSignedIn();
        var me = new ClientApi(bearing(entered.getAccessToken()));
        expect(own, me.getProfile(null).getEmail());
        var seen = me.listAppointments(null, AppointmentStatus.CANCELLED, 100, null).getItems();
        expect(true, seen.stream().anyMatch(each -> each.getId().equals(booked.getId())));
        var owed = me.listInvoices(null, null, null, null).getItems();
        expect(true, owed.stream().anyMatch(each -> each.getNumber().equals(invoice.getNumber())));

        var shared = UUID.randomUUID() + "@example.org";
        changeEmail(mia, shared);
        changeEmail(noah, shared);
        var choice = redeem(shared).getProfileChoiceRequired();
        var second = new ChosenProfile().ref(choice.getProfiles().get(1).getRef());
        var chosen = new PublicApi(bearing(choice.getChoiceToken())).chooseProfile(second);
        var profile = new ClientApi(bearing(chosen.getAccessToken())).getProfile(null);
        expect(chosen.getProfile().getDisplayName(), profile.getDisplayName());

        // A refusal

        try {
            clients.getClient(UUID.randomUUID(), null);
            throw new AssertionError("found a client who is not there");
        } catch (ApiException refused) {
            expect(404, refused.getCode());
            expect("client-not-found", JSON.readValue(refused.getResponseBody(), Problem.class).getCode());
        }
    }

    private ApiClient caller() {
        var caller = new ApiClient();
        caller.updateBaseUri(base);
        return caller;
    }

    private ApiClient bearing(String token) {
        return caller().setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
    }

    private void changeEmail(UUID client, String email) throws ApiException {
        var etag = clients.getClientWithHttpInfo(client, null).getHeaders().get("etag").get(0);
        expect(email, clients.changeClient(etag, client, new ClientChanges().email(email)).getEmail());
    }

    private SessionOpened redeem(String email) throws Exception {
        stranger.requestLoginLink("harbour-physio", new LoginLinkAsk().email(email));
        return stranger.redeemLoginLink(new Redemption(new RedemptionOfLink().token(tokenOfLetter(email))));
    }

    /** What follows the # of the letter's link. The mailbox is the demo's, and no part of the contract. */
    private String tokenOfLetter(String to) throws Exception {
        var letters = HttpRequest.newBuilder(URI.create(base + "/mailbox/letters?to=" + to)).build();
        for (var tries = 0; tries < 150; tries++) {
            var answer = HttpClient.newHttpClient().send(letters, BodyHandlers.ofString());
            for (var letter : JSON.readTree(answer.body())) {
                var link = LINK.matcher(letter.path("text").asText());
                if (link.find()) {
                    return link.group(1);
                }
            }
            Thread.sleep(200);
        }
        throw new AssertionError("no letter to " + to);
    }

    private static void expect(Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new AssertionError("expected " + expected + ", was " + actual);
        }
    }
}
