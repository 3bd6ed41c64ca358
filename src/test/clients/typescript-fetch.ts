// The main job, with the client that OpenAPI Generator makes for TypeScript and fetch.

import assert from 'node:assert/strict';
import {
  AppointmentStatus,
  ClientApi,
  Configuration,
  PaymentMethod,
  ProblemFromJSON,
  PublicApi,
  ResponseError,
  StaffAppointmentsApi,
  StaffClientsApi,
  StaffInvoicesApi,
  StaffSetupApi,
} from './client';
import { minuteIn, tokenOfLetter } from './mailbox';

const base = process.argv[2]!;

const bearing = (accessToken: string) => new Configuration({ basePath: base, accessToken });

async function main() {
  const stranger = new PublicApi(new Configuration({ basePath: base }));

  // The receptionist's side

  const staffCredentials = { email: 'olivia@harbour.example.org', password: 'nine-gulls-over-the-pier' };
  const session = await stranger.signInStaff({ staffCredentials });
  assert.ok(session.status === 'signed-in');
  const staff = bearing(session.accessToken);
  const [clients, setup] = [new StaffClientsApi(staff), new StaffSetupApi(staff)];
  const [appointments, invoices] = [new StaffAppointmentsApi(staff), new StaffInvoicesApi(staff)];

  const found = (await clients.listClients({ q: 'larsen' })).items;
  const [mia, noah] = [found[0]!, found[1]!];
  assert.equal((await clients.getClient({ id: mia.id })).familyName, 'Larsen');

  const service = (await setup.listServices()).items[0]!;
  const booked = await appointments.createAppointment({
    id: mia.id,
    idempotencyKey: crypto.randomUUID(),
    newAppointment: {
      startsAt: minuteIn(7),
      durationMinutes: service.durationMinutes,
      locationId: (await setup.listLocations()).items[0]!.id,
      practitionerId: (await setup.listPractitioners()).items[0]!.id,
      serviceId: service.id,
    },
  });
  assert.equal(booked.status, 'pending');
  assert.equal((await appointments.cancelAppointment({ id: booked.id })).status, 'cancelled');

  const line = {
    description: service.name,
    quantity: '1',
    unitPrice: { amount: '80.00', currency: 'AUD' },
    taxRatePercent: '10',
  };
  const draft = await invoices.createInvoice({ id: mia.id, newInvoice: { dueOn: minuteIn(14), lines: [line] } });
  assert.ok(draft.status === 'draft' && draft.number === null);
  const invoice = await invoices.finaliseInvoice({ id: draft.id });
  assert.ok(invoice.status === 'open' && invoice.number);
  const newPayment = { amount: { amount: '30.00', currency: 'AUD' }, method: PaymentMethod.Card };
  assert.equal((await invoices.recordPayment({ id: invoice.id, newPayment })).outstanding.amount, '58.00');

  const changeEmail = async (id: string, email: string) => {
    const ifMatch = (await clients.getClientRaw({ id })).raw.headers.get('ETag')!;
    assert.equal((await clients.changeClient({ ifMatch, id, clientChanges: { email } })).email, email);
  };

  // The client's side: with an e-mail of her own, and with one she shares

  const redeem = async (email: string) => {
    await stranger.requestLoginLink({ slug: 'harbour-physio', loginLinkAsk: { email } });
    return stranger.redeemLoginLink({ redemption: { token: await tokenOfLetter(base, email) } });
  };

  const own = `${crypto.randomUUID()}@example.org`;
  await changeEmail(mia.id, own);
  const entered = await redeem(own);
  assert.ok(entered.status === 'signed-in');
  const me = new ClientApi(bearing(entered.accessToken));
  assert.equal((await me.getProfile()).email, own);
  const seen = (await me.listAppointments({ status: AppointmentStatus.Cancelled, limit: 100 })).items;
  assert.ok(seen.some((each) => each.id === booked.id));
  assert.ok((await me.listInvoices()).items.some((each) => each.number === invoice.number));

  const shared = `${crypto.randomUUID()}@example.org`;
  await changeEmail(mia.id, shared);
  await changeEmail(noah.id, shared);
  const choice = await redeem(shared);
  assert.ok(choice.status === 'profile-choice-required');
  const { ref } = choice.profiles[1]!;
  const chosen = await new PublicApi(bearing(choice.choiceToken)).chooseProfile({ chosenProfile: { ref } });
  const profile = await new ClientApi(bearing(chosen.accessToken)).getProfile();
  assert.equal(profile.displayName, chosen.profile.displayName);

  // A refusal

  const refused = await clients.getClient({ id: crypto.randomUUID() }).catch((error) => error);
  assert.ok(refused instanceof ResponseError && refused.response.status === 404);
  assert.equal(ProblemFromJSON(await refused.response.json()).code, 'client-not-found');
}

main();
