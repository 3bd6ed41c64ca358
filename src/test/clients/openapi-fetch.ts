// The main job, with openapi-fetch and the types that openapi-typescript makes.

import assert from 'node:assert/strict';
import createClient from 'openapi-fetch';
import type { paths } from './client';
import { dateIn, minuteIn, tokenOfLetter } from './mailbox';

const base = process.argv[2]!;

const caller = (token?: string) =>
  createClient<paths>({ baseUrl: base, headers: token ? { Authorization: `Bearer ${token}` } : {} });

function present<T>(answer: { data?: T; error?: unknown }): T {
  assert.ok(answer.data, JSON.stringify(answer.error));
  return answer.data;
}

async function main() {
  const stranger = caller();

  // The receptionist's side

  const credentials = { email: 'olivia@harbour.example.org', password: 'nine-gulls-over-the-pier' };
  const session = present(await stranger.POST('/v1/staff/sessions', { body: credentials }));
  assert.ok(session.status === 'signed-in');
  const staff = caller(session.accessToken);

  const found = present(await staff.GET('/v1/staff/clients', { params: { query: { q: 'larsen' } } })).items;
  const [mia, noah] = [found[0]!, found[1]!];
  const ofMia = { params: { path: { id: mia.id } } };
  assert.equal(present(await staff.GET('/v1/staff/clients/{id}', ofMia)).familyName, 'Larsen');

  const service = present(await staff.GET('/v1/staff/services')).items[0]!;
  const booked = present(
    await staff.POST('/v1/staff/clients/{id}/appointments', {
      params: { path: { id: mia.id }, header: { 'Idempotency-Key': crypto.randomUUID() } },
      body: {
        startsAt: minuteIn(7).toISOString(),
        durationMinutes: service.durationMinutes,
        locationId: present(await staff.GET('/v1/staff/locations')).items[0]!.id,
        practitionerId: present(await staff.GET('/v1/staff/practitioners')).items[0]!.id,
        serviceId: service.id,
      },
    }),
  );
  assert.equal(booked.status, 'pending');
  const ofBooked = { params: { path: { id: booked.id } } };
  const cancelled = present(await staff.POST('/v1/staff/appointments/{id}/cancellation', ofBooked));
  assert.equal(cancelled.status, 'cancelled');

  const line = {
    description: service.name,
    quantity: '1',
    unitPrice: { amount: '80.00', currency: 'AUD' },
    taxRatePercent: '10',
  };
  const draft = present(
    await staff.POST('/v1/staff/clients/{id}/invoices', { ...ofMia, body: { dueOn: dateIn(14), lines: [line] } }),
  );
  assert.ok(draft.status === 'draft' && draft.number === null);
  const ofDraft = { params: { path: { id: draft.id } } };
  const invoice = present(await staff.POST('/v1/staff/invoices/{id}/finalisation', ofDraft));
  assert.ok(invoice.status === 'open' && invoice.number);
  const paid = present(
    await staff.POST('/v1/staff/invoices/{id}/payments', {
      ...ofDraft,
      body: { amount: { amount: '30.00', currency: 'AUD' }, method: 'card' },
    }),
  );
  assert.equal(paid.outstanding.amount, '58.00');

  const changeEmail = async (id: string, email: string) => {
    const read = await staff.GET('/v1/staff/clients/{id}', { params: { path: { id } } });
    const etag = read.response.headers.get('ETag')!;
    const params = { path: { id }, header: { 'If-Match': etag } };
    assert.equal(present(await staff.PATCH('/v1/staff/clients/{id}', { params, body: { email } })).email, email);
  };

  // The client's side: with an e-mail of her own, and with one she shares

  const redeem = async (email: string) => {
    const portal = { params: { path: { slug: 'harbour-physio' } } };
    present(await stranger.POST('/v1/portals/{slug}/login-links', { ...portal, body: { email } }));
    return present(await stranger.POST('/v1/sessions', { body: { token: await tokenOfLetter(base, email) } }));
  };

  const own = `${crypto.randomUUID()}@example.org`;
  await changeEmail(mia.id, own);
  const entered = await redeem(own);
  assert.ok(entered.status === 'signed-in');
  const me = caller(entered.accessToken);
  assert.equal(present(await me.GET('/v1/me')).email, own);
  const query = { status: 'cancelled', limit: 100 } as const;
  const seen = present(await me.GET('/v1/appointments', { params: { query } })).items;
  assert.ok(seen.some((each) => each.id === booked.id));
  assert.ok(present(await me.GET('/v1/invoices')).items.some((each) => each.number === invoice.number));

  const shared = `${crypto.randomUUID()}@example.org`;
  await changeEmail(mia.id, shared);
  await changeEmail(noah.id, shared);
  const choice = await redeem(shared);
  assert.ok(choice.status === 'profile-choice-required');
  const { ref } = choice.profiles[1]!;
  const chosen = present(await caller(choice.choiceToken).POST('/v1/sessions/profile-choice', { body: { ref } }));
  const profile = present(await caller(chosen.accessToken).GET('/v1/me'));
  assert.equal(profile.displayName, chosen.profile.displayName);

  // A refusal

  const noClient = { params: { path: { id: crypto.randomUUID() } } };
  const refused = await staff.GET('/v1/staff/clients/{id}', noClient);
  assert.ok(refused.response.status === 404 && refused.error?.code === 'client-not-found');
}

main();
