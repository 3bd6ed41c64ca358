// The main job, with the client that OpenAPI Generator makes for Kotlin.

import com.google.gson.JsonParser
import java.net.URI
import java.time.LocalDate
import java.time.OffsetDateTime
import java.time.ZoneOffset
import java.time.temporal.ChronoUnit
import java.util.UUID
import org.openapitools.client.apis.*
import org.openapitools.client.infrastructure.ApiClient
import org.openapitools.client.infrastructure.ClientError
import org.openapitools.client.infrastructure.ClientException
import org.openapitools.client.infrastructure.Serializer
import org.openapitools.client.models.*

fun <T : ApiClient> T.bearing(token: String) = apply { accessTokenProvider = { token } }

/** What follows the # of the letter's link. The mailbox is the demo's, and no part of the contract. */
fun tokenOfLetter(base: String, to: String): String {
    val link = Regex("""https?://\S+#([\w-]+)""")
    repeat(150) {
        val letters = JsonParser.parseString(URI("$base/mailbox/letters?to=$to").toURL().readText()).asJsonArray
        for (letter in letters) {
            link.find(letter.asJsonObject["text"].asString)?.let { return it.groupValues[1] }
        }
        Thread.sleep(200)
    }
    error("no letter to $to")
}

fun main(arguments: Array<String>) {
    val base = arguments[0]
    val stranger = PublicApi(base)

    // The receptionist's side

    val credentials = StaffCredentials(email = "olivia@harbour.example.org", password = "nine-gulls-over-the-pier")
    val session = stranger.signInStaff(credentials).actualInstance as StaffSignedIn
    val clients = StaffClientsApi(base).bearing(session.accessToken)
    val setup = StaffSetupApi(base).bearing(session.accessToken)
    val appointments = StaffAppointmentsApi(base).bearing(session.accessToken)
    val invoices = StaffInvoicesApi(base).bearing(session.accessToken)

    val (mia, noah) = clients.listClients(q = "larsen").items
    check(clients.getClient(mia.id).familyName == "Larsen")

    val service = setup.listServices().items[0]
    val booked = appointments.createAppointment(
        mia.id,
        NewAppointment(
            startsAt = OffsetDateTime.now(ZoneOffset.UTC).plusDays(7).truncatedTo(ChronoUnit.MINUTES),
            durationMinutes = service.durationMinutes,
            locationId = setup.listLocations().items[0].id,
            practitionerId = setup.listPractitioners().items[0].id,
            serviceId = service.id,
        ),
        idempotencyKey = UUID.randomUUID().toString(),
    )
    check(booked.status == "pending")
    check(appointments.cancelAppointment(booked.id).status == "cancelled")

    val line = NewInvoiceLine(
        description = service.name,
        quantity = "1",
        unitPrice = GivenMoney(amount = "80.00", currency = "AUD"),
        taxRatePercent = "10",
    )
    val draft = invoices.createInvoice(mia.id, NewInvoice(dueOn = LocalDate.now().plusDays(14), lines = listOf(line)))
    check(draft.status == "draft" && draft.number == null)
    val invoice = invoices.finaliseInvoice(draft.id)
    check(invoice.status == "open" && invoice.number != null)
    val part = NewPayment(amount = GivenMoneyAboveZero(amount = "30.00", currency = "AUD"), method = PaymentMethod.card)
    check(invoices.recordPayment(invoice.id, part).outstanding.amount == "58.00")

    fun changeEmail(client: UUID, email: String) {
        val etag = clients.getClientWithHttpInfo(client, null).headers.getValue("etag")[0]
        check(clients.changeClient(etag, client, ClientChanges(email = email)).email == email)
    }

    // The client's side: with an e-mail of her own, and with one she shares

    fun redeem(email: String): Any? {
        stranger.requestLoginLink("harbour-physio", LoginLinkAsk(email = email))
        val link = RedemptionOfLink(token = tokenOfLetter(base, email))
        return stranger.redeemLoginLink(Redemption(link)).actualInstance
    }

    val own = "${UUID.randomUUID()}@example.org"
    changeEmail(mia.id, own)
    val entered = redeem(own) as SignedIn
    val me = ClientApi(base).bearing(entered.accessToken)
    check(me.getProfile().email == own)
    val seen = me.listAppointments(status = AppointmentStatus.cancelled, limit = 100).items
    check(seen.any { it.id == booked.id })
    check(me.listInvoices().items.any { it.number == invoice.number })

    val shared = "${UUID.randomUUID()}@example.org"
    changeEmail(mia.id, shared)
    changeEmail(noah.id, shared)
    val choice = redeem(shared) as ProfileChoiceRequired
    val second = ChosenProfile(ref = choice.profiles[1].ref)
    val chosen = PublicApi(base).bearing(choice.choiceToken).chooseProfile(second)
    val profile = ClientApi(base).bearing(chosen.accessToken).getProfile()
    check(profile.displayName == chosen.profile.displayName)

    // A refusal

    try {
        clients.getClient(UUID.randomUUID())
        error("found a client who is not there")
    } catch (refused: ClientException) {
        val body = (refused.response as ClientError<*>).body as String
        check(refused.statusCode == 404)
        check(Serializer.gson.fromJson(body, Problem::class.java).code == "client-not-found")
    }
}
