/**
 * Addresses that letters come back from, and what is not sent there any more.
 *
 * <p>Decided: a flag belongs to an address at a clinic, and not to a client. Because: a mailbox is there or not, for all who are reached at
 * it, and a client who gets another address is rid of the flag without more ado. Costs: who shares a mailbox shares its flag.
 *
 * <p>Decided: a flag holds login links back, and the letters that answer a request for one. Because: those may be asked for again and
 * again, and whose letters come back is taken for a sender of spam, at the cost of all clinics. The one letter to an address that a record has left
 * is sent all the same: it protects the client. Costs: a flag that is wrong keeps a client out until staff clear it.
 *
 * <p>Decided: a full mailbox is none of these, nor is an address that no active client of the clinic has. Because: the one may be emptied, and what
 * strangers type is not kept. Costs: the desk reads of a full mailbox at the link alone.
 *
 * <p>Decided: what came back is taken in by one format of ours, and as the mail servers' own (RFC 3464); the provider signs both. Because: each provider has
 * a format that changes as it likes, and a script of the operator's translates it in ten lines. Costs: that script.
 *
 * <p>Decided: a report counts if it names a letter by the Message-ID that we gave it, and its recipient. Because: that names the clinic, and a report of
 * other mail of the operator's concerns no one here. Costs: a provider that writes Message-IDs of its own must report the original one.
 */
@NullMarked
package dev.latchkey.bounces;

import org.jspecify.annotations.NullMarked;
