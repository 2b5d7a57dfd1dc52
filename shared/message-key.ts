/** What identifies a message, as read from its source or, failing that, from the page. */
export type MessageIdentity = {
  messageId?: string | undefined;
  subject?: string | undefined;
  from?: string | undefined;
  /** Sent at, ms. */
  sentAt?: number | undefined;
};

/**
 * One key for one mail: `m:` and the SHA-256 of its Message-ID, else `f:` and that of normalised subject, sender and
 * second sent. Hashed in the browser, so that a rep who logs only the fact sends no header. Undefined where there is
 * too little to tell two mails apart.
 */
export async function messageKey(mail: MessageIdentity): Promise<string | undefined> {
  if (mail.messageId) return `m:${await sha256Hex(mail.messageId.trim())}`;
  if (!mail.from || mail.sentAt === undefined) return undefined;
  const subject = (mail.subject ?? '').replace(/\s+/g, ' ').trim().toLowerCase();
  return `f:${await sha256Hex(`${subject}\n${mail.from.toLowerCase()}\n${Math.floor(mail.sentAt / 1000)}`)}`;
}

/** One key for one conversation: the first reference, else what this message answers, else the message itself. */
export async function threadKey(mail: {
  messageId?: string | undefined;
  inReplyTo?: string | undefined;
  references?: readonly string[] | undefined;
}): Promise<string | undefined> {
  const root = mail.references?.[0] ?? mail.inReplyTo ?? mail.messageId;
  return root ? sha256Hex(root.trim()) : undefined;
}

export async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
