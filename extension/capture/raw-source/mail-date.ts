const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** RFC 5322 §4.3. Military letters are left out: the RFC itself says that they cannot be trusted. */
const ZONES: Record<string, number> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};

const DATE =
  /^(?:[^\d,]+,?\s*)?(\d{1,2})[\s-]+([A-Za-z]{3,9})\.?[\s-]+(\d{2,4})\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(.*)$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})[T\s]+(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(.*)$/;

/** Instant of a Date header in ms; undefined where it does not say one beyond doubt. The day's name is not believed. */
export function mailDate(value: string): number | undefined {
  const text = withoutComments(value.slice(0, 200)).trim();
  const usual = DATE.exec(text);
  if (usual) {
    const [, day, month = '', year = '', hour, minute, second, zone = ''] = usual;
    const at = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
    return at < 0 ? undefined : instant([fullYear(year), at, day, hour, minute, second], zone);
  }
  const iso = ISO.exec(text);
  if (!iso) return undefined;
  const [, year, month, day, hour, minute, second, zone = ''] = iso;
  return instant([year, Number(month) - 1, day, hour, minute, second], zone);
}

type Part = string | number | undefined;

function instant(parts: Part[], zone: string): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) =>
    Number(part ?? 0),
  );
  const offset = offsetOf(zone.trim());
  const utc = Date.UTC(year, month, day, hour, minute, Math.min(second, 59));
  const read = new Date(utc);
  const isReal =
    read.getUTCFullYear() === year && read.getUTCMonth() === month && read.getUTCDate() === day && hour <= 23;
  if (!isReal || minute > 59 || second > 60 || offset === undefined) return undefined;
  return utc - offset * 60_000;
}

/** Minutes east of UTC: `+0800`, `+08:00`, `GMT+8`, `EST`. */
function offsetOf(zone: string): number | undefined {
  const numeric = /^(?:GMT|UTC)?\s*([+-])(\d{1,2}):?(\d{2})?\b/i.exec(zone);
  if (!numeric) return ZONES[/^[A-Za-z]+/.exec(zone)?.[0].toLowerCase() ?? ''];
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
  return minutes > 14 * 60 ? undefined : minutes * (numeric[1] === '-' ? -1 : 1);
}

/** RFC 5322 §4.3: two digits below 50 are of this century, three digits count from 1900. */
function fullYear(year: string): number {
  const number = Number(year);
  if (year.length === 4) return number;
  return year.length === 2 && number < 50 ? 2000 + number : 1900 + number;
}

function withoutComments(value: string): string {
  let text = value;
  for (let inner = text; ; text = inner) {
    inner = text.replace(/\([^()]*\)/g, ' ');
    if (inner === text) return text;
  }
}
