/** The formulas above a signature. What stands behind one in the same line may be the name. */
const FORMULAS = [
  '(?:with )?(?:my |our |all )?(?:best|kind|kindest|warm|warmest|many|sincere|friendly)(?: and (?:best|kind|warm))?(?: personal)?(?: regards| wishes| thanks)?',
  '(?:with )?regards|b\\.?rgds|rgds|b\\.?r\\.?|k\\.?r\\.?|cheers|(?:very )?respectfully(?: yours)?|(?:with )?appreciation',
  '(?:yours |very )?(?:sincerely|faithfully|truly|cordially)(?: yours)?|yours',
  '(?:many |with )?thanks(?: (?:a lot|so much|very much|in advance|again|and (?:best |kind )?regards|& (?:best |kind )?regards))?|thank you(?: (?:very much|so much|in advance|again|and (?:best |kind )?regards))?|thx|tks',
  'have a (?:nice|great|good|lovely) (?:day|weekend|one|week)|talk soon|all the best|take care',
  '此致|敬礼|敬禮|此致敬[礼禮]|顺(?:祝|颂|致).{0,8}|順(?:祝|頌|致).{0,8}|(?:即|敬|恭|并|並|此)?(?:祝|颂|頌)\\s?(?:好|商祺|商祺|商安|工作(?:顺利|順利|愉快)|生意兴隆|生意興隆|万事如意|萬事如意|您.{1,8}|你.{1,8}|近祺|时祺|大安|春祺|夏安|秋安|冬祺)|商祺|祝',
  '谢谢(?:您|你|大家|配合|支持)?|謝謝(?:您|你|大家)?|多谢|多謝|感谢(?:您的.{1,8}|支持|配合)?|感謝|敬上|敬启|谨启|谨上|以上',
  'mit (?:freundlichen|besten|herzlichen|vielen) gr(?:ü|u|ue)(?:ß|ss)en|(?:viele|beste|herzliche|liebe|freundliche|schöne) grü(?:ß|ss)e|mfg|vg|lg|vielen dank|danke',
  "(?:bien )?cordialement|(?:sincères|meilleures) salutations|bien à vous|merci(?: d['’]avance)?|salutations distinguées",
  '(?:un |reciba un )?(?:cordial|atento) saludo|(?:un |muchos )?(?:saludos?|abrazo)(?: cordial(?:es)?)?|atentamente|(?:muchas )?gracias',
  '(?:atenciosamente|cumprimentos|(?:com os )?melhores cumprimentos|obrigad[oa]|abraços?|att)',
  '(?:cordiali|distinti) saluti|cordialmente|grazie(?: mille)?',
  'met (?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en|jes)?|mvg|bedankt',
  '(?:med )?(?:vennlig|venlig|vänlig|vänliga|beste|bästa|med vänliga) (?:hilsen|hilsener|hälsning|hälsningar)|(?:mvh|hilsen|hälsningar|tack|takk|tak)|ystävällisin terveisin|terveisin|z poważaniem|pozdrawiam|s pozdravem|üdvözlettel|köszönettel|saygılar(?:ımla)?|cu stimă|z wyrazami szacunku',
  'с уважением|с наилучшими пожеланиями|спасибо|よろしくお願い(?:いた|致)?します|敬具|감사합니다',
].join('|');

/** The name may follow after a comma, an exclamation mark, a full stop or, in Chinese, a space. */
const CLOSING = new RegExp(
  `^(?:${FORMULAS})\\s*(?:[,，.。!！~～;；:：/|-]+\\s*|(?<=\\p{Script=Han})\\s+|$)(.*)$`,
  'iu',
);

/** What follows a closing formula in its line (often nothing); undefined where the line does not begin with one. */
export function afterClosing(line: string): string | undefined {
  const rest = CLOSING.exec(line.trim())?.[1]?.trim();
  if (rest === undefined) return undefined;
  const again = rest && CLOSING.exec(rest)?.[1]?.trim();
  return again || again === '' ? again : rest;
}

const FROM_DEVICE = new RegExp(
  `^(?:${[
    '(?:sent|written) (?:from|via|with|using) .{1,60}|get (?:outlook|spark|bluemail|the .{1,20} app) .{0,40}|sent by .{0,20}(?:app|mobile)',
    '[发發]自(?:我的)?.{1,30}|来自我的.{1,30}|(?:从|從|自)(?:我的)? ?.{1,30}(?:发送|傳送|寄出|发出)|发送自.{1,30}|使用.{1,20}发送',
    '(?:获取|獲取|下载|取得) ?(?:适用于|適用於)? ?.{0,12}outlook.{0,30}',
    '(?:von|diese nachricht wurde von) (?:meinem|meiner) .{1,40} gesendet|gesendet (?:von|mit|über) .{1,60}|holen sie sich outlook .{1,20}',
    'envoyé (?:de(?:puis)?|à partir de|avec) .{1,60}|(?:enviado|enviada) (?:desde|do|de|a partir do) .{1,60}|inviato (?:da|dal|con) .{1,60}',
    'verzonden (?:vanaf|met|via) .{1,60}|(?:sendt|skickat|lähetetty|wysłane|wysłano|odesláno|отправлено) .{1,60}',
    '.{1,20}から送信|나의 .{1,20}에서 보냄',
  ].join('|')})$`,
  'iu',
);

/** The line that a phone or an app adds: `Sent from my iPhone`. */
export const isFromDevice = (line: string): boolean => line.length < 90 && FROM_DEVICE.test(line.trim());
