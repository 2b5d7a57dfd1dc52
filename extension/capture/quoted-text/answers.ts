/** Reply and forward prefixes as mail programs write them in their several languages. */
const PREFIX =
  /^\s*(?:\[[^\]]{1,40}\]\s*)?(?:re|r|fwd?|fw|aw|antw|wg|sv|vs|vb|vl|tr|rv|res|enc|rif|i|odp|pd|ynt|回复|回覆|答复|答覆|转发|轉寄|轉發|返信|転送|회신|전달|השב|הועבר|رد|إعادة توجيه)\s*(?:\[\d+\]|\(\d+\))?\s*[:：]/iu;

export const isAnswerSubject = (subject: string | undefined): boolean => PREFIX.test(subject ?? '');

/** What a conversation is about, however often it was answered and forwarded. */
export function withoutPrefixes(subject: string): string {
  const rest = subject.replace(PREFIX, '');
  return rest === subject ? subject : withoutPrefixes(rest);
}
