"""The main job, with the client that OpenAPI Generator makes for Python."""

import json
import re
import sys
import time
import urllib.parse
import urllib.request
import uuid
from datetime import date, datetime, timedelta, timezone

from openapi_client import *
from openapi_client.exceptions import NotFoundException

base = sys.argv[1]


def caller(token=None):
    return ApiClient(Configuration(host=base, access_token=token))


def token_of_letter(to):
    """What follows the # of the link. The mailbox is the demo's, and no part of the contract."""
    for _ in range(150):
        with urllib.request.urlopen(f"{base}/mailbox/letters?to={urllib.parse.quote(to)}") as answer:
            for letter in json.load(answer):
                link = re.search(r"https?://\S+#([\w-]+)", letter["text"])
                if link:
                    return link.group(1)
        time.sleep(0.2)
    raise AssertionError(f"no letter to {to}")


public = PublicApi(caller())

# The receptionist's side

session = public.sign_in_staff(
    StaffCredentials(email="olivia@harbour.example.org", password="nine-gulls-over-the-pier")
).actual_instance
assert isinstance(session, StaffSignedIn)
staff = caller(session.access_token)
clients, setup = StaffClientsApi(staff), StaffSetupApi(staff)
appointments, invoices = StaffAppointmentsApi(staff), StaffInvoicesApi(staff)

mia, noah = clients.list_clients(q="larsen").items[:2]
assert clients.get_client(mia.id).family_name == "Larsen"

service = setup.list_services().items[0]
booked = appointments.create_appointment(
    mia.id,
    NewAppointment(
        starts_at=datetime.now(timezone.utc).replace(second=0, microsecond=0) + timedelta(days=7),
        duration_minutes=service.duration_minutes,
        location_id=setup.list_locations().items[0].id,
        practitioner_id=setup.list_practitioners().items[0].id,
        service_id=service.id,
    ),
    idempotency_key=str(uuid.uuid4()),
)
assert booked.status == "pending"
assert appointments.cancel_appointment(booked.id).status == "cancelled"

line = NewInvoiceLine(
    description=service.name,
    quantity="1",
    unit_price=GivenMoney(amount="80.00", currency="AUD"),
    tax_rate_percent="10",
)
draft = invoices.create_invoice(mia.id, NewInvoice(due_on=date.today() + timedelta(days=14), lines=[line]))
assert draft.status == "draft" and draft.number is None
invoice = invoices.finalise_invoice(draft.id)
assert invoice.status == "open" and invoice.number
part = NewPayment(amount=GivenMoneyAboveZero(amount="30.00", currency="AUD"), method=PaymentMethod.CARD)
assert invoices.record_payment(invoice.id, part).outstanding.amount == "58.00"


def change_email(client, email):
    etag = clients.get_client_with_http_info(client.id).headers["ETag"]
    assert clients.change_client(etag, client.id, ClientChanges(email=email)).email == email


# The client's side: with an e-mail of her own, and with one she shares


def redeem(email):
    public.request_login_link("harbour-physio", LoginLinkAsk(email=email))
    return public.redeem_login_link(Redemption(RedemptionOfLink(token=token_of_letter(email)))).actual_instance


own = f"{uuid.uuid4()}@example.org"
change_email(mia, own)
entered = redeem(own)
assert isinstance(entered, SignedIn)
me = ClientApi(caller(entered.access_token))
assert me.get_profile().email == own
seen = me.list_appointments(status=AppointmentStatus.CANCELLED, limit=100).items
assert booked.id in [appointment.id for appointment in seen]
assert invoice.number in [each.number for each in me.list_invoices().items]

shared = f"{uuid.uuid4()}@example.org"
change_email(mia, shared)
change_email(noah, shared)
choice = redeem(shared)
assert isinstance(choice, ProfileChoiceRequired)
second = choice.profiles[1]
chosen = PublicApi(caller(choice.choice_token)).choose_profile(ChosenProfile(ref=second.ref))
assert ClientApi(caller(chosen.access_token)).get_profile().display_name == chosen.profile.display_name

# A refusal

try:
    clients.get_client(uuid.uuid4())
    raise AssertionError("found a client who is not there")
except NotFoundException as refused:
    assert isinstance(refused.data, Problem) and refused.data.code == "client-not-found", refused
