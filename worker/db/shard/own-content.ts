import type { Attachment, Party } from '../../../shared/activity.ts';

/** A participant as stored: matched to a contact or a colleague where the address is known. */
export type StoredParty = Party & { userId?: number | undefined };

/** What one contribution says, where that is not what the activity says. */
export type OwnContent = {
  subject: string | null;
  /** The first words of the text, so that the feed need not cut them. */
  snippet: string | null;
  text: string | null;
  textCut: boolean;
  messageId: string | null;
  attachments: Attachment[];
  parties: StoredParty[];
};
