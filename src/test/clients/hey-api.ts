// The main job, with the client that Hey API makes.

import assert from 'node:assert/strict';
import {
  cancelAppointment,
  changeClient,
  chooseProfile,
  createAppointment,
  createInvoice,
  finaliseInvoice,
  getClient,
  getProfile,
  listAppointments,
  listClients,
  listInvoices,
  listLocations,
  listPractitioners,
  listServices,
  recordPayment,
  redeemLoginLink,
  requestLoginLink,
  signInStaff,
} from './client';
import { createClient } from './client/client';
import { dateIn, minuteIn, tokenOfLetter } from './mailbox';

const base = process.argv[2]!;

const caller = (token?: string) => createClient({ baseUrl: base, auth: token });

function present<T>(answer: { data?: T; error?: unknown }): T {
  assert.ok(answer.data, JSON.stringify(answer.error));
  return answer.data;
}

async function main() {
  const stranger = { client: caller() };

  // The receptionist's side

  const credentials = { email: 'olivia@harbour.example.org', password: 'nine-gulls-over-the-pier' };
  const session = present(await signInStaff({ ...stranger, body: credentials }));
  assert.ok(session.status === 'signed-in');
  const staff = { client: caller(session.accessToken) };

  const found = present(await listClients({ ...staff, query: { q: 'larsen' } })).items;
  const [mia, noah] = [found[0]!, found[1]!];
  const ofMia = { ...staff, path: { id: mia.id } };
  assert.equal(present(await getClient(ofMia)).familyName, 'Larsen');

  const service = present(await listServices(staff)).items[0]!;
  const booked = present(
    await createAppointment({
      ...ofMia,
      headers: { 'Idempotency-Key': crypto.randomUUID() },
      body: {
        startsAt: minuteIn(7).toISOString(),
        durationMinutes: service.durationMinutes,
        locationId: present(await listLocations(staff)).items[0]!.id,
        practitionerId: present(await listPractitioners(staff)).items[0]!.id,
        serviceId: service.id,
      },
    }),
  );
  assert.equal(booked.status, 'pending');
  assert.equal(present(await cancelAppointment({ ...staff, path: { id: booked.id } })).status, 'cancelled');

  const line = {
    description: service.name,
    quantity: '1',
    unitPrice: { amount: '80.00', currency: 'AUD' },
    taxRatePercent: '10',
  };
  const draft = present(await createInvoice({ ...ofMia, body: { dueOn: dateIn(14), lines: [line] } }));
  assert.ok(draft.status === 'draft' && draft.number === null);
  const ofDraft = { ...staff, path: { id: draft.id } };
  const invoice = present(await finaliseInvoice(ofDraft));
  assert.ok(invoice.status === 'open' && invoice.number);
  const payment = { amount: { amount: '30.00', currency: 'AUD' }, method: 'card' } as const;
  assert.equal(present(await recordPayment({ ...ofDraft, body: payment })).outstanding.amount, '58.00');

  const changeEmail = async (id: string, email: string) => {
    const etag = (await getClient({ ...staff, path: { id } })).response!.headers.get('ETag')!;
    const changed = await changeClient({ ...staff, path: { id }, headers: { 'If-Match': etag }, body: { email } });
    assert.equal(present(changed).email, email);
  };

  // The client's side: with an e-mail of her own, and with one she shares

  const redeem = async (email: string) => {
    present(await requestLoginLink({ ...stranger, path: { slug: 'harbour-physio' }, body: { email } }));
    return present(await redeemLoginLink({ ...stranger, body: { token: await tokenOfLetter(base, email) } }));
  };

  const own = `${crypto.randomUUID()}@example.org`;
  await changeEmail(mia.id, own);
  const entered = await redeem(own);
  assert.ok(entered.status === 'signed-in');
  const me = { client: caller(entered.accessToken) };
  assert.equal(present(await getProfile(me)).email, own);
  const seen = present(await listAppointments({ ...me, query: { status: 'cancelled', limit: 100 } })).items;
  assert.ok(seen.some((each) => each.id === booked.id));
  assert.ok(present(await listInvoices(me)).items.some((each) => each.number === invoice.number));

  const shared = `${crypto.randomUUID()}@example.org`;
  await changeEmail(mia.id, shared);
  await changeEmail(noah.id, shared);
  const choice = await redeem(shared);
  assert.ok(choice.status === 'profile-choice-required');
  const { ref } = choice.profiles[1]!;
  const chosen = present(await chooseProfile({ client: caller(choice.choiceToken), body: { ref } }));
  const profile = present(await getProfile({ client: caller(chosen.accessToken) }));
  assert.equal(profile.displayName, chosen.profile.displayName);

  // A refusal

  const refused = await getClient({ ...staff, path: { id: crypto.randomUUID() } });
  assert.ok(refused.response?.status === 404 && refused.error?.code === 'client-not-found');
}

main();
