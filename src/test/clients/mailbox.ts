type Letter = { text: string };

/** What follows the # of the letter's link. The mailbox is the demo's, and no part of the contract. */
export async function tokenOfLetter(base: string, to: string): Promise<string> {
  for (let tries = 0; tries < 150; tries++) {
    const answer = await fetch(`${base}/mailbox/letters?to=${encodeURIComponent(to)}`);
    for (const letter of (await answer.json()) as Letter[]) {
      const link = /https?:\/\/\S+#([\w-]+)/.exec(letter.text);
      if (link?.[1]) {
        return link[1];
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`no letter to ${to}`);
}

/** The start of a minute, and a date, so many days from now. */
export function minuteIn(days: number): Date {
  const minute = new Date(Date.now() + days * 86_400_000);
  minute.setUTCSeconds(0, 0);
  return minute;
}

export function dateIn(days: number): string {
  return minuteIn(days).toISOString().slice(0, 10);
}
