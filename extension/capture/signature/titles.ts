import { folded, isHan } from './clean.ts';

/** Words that make a line a title, in the languages that are read; other languages are read by position. */
const HEADS = new RegExp(
  `(?:^|[^\\p{L}])(?:${[
    'managers?|mgr|directors?|executive|engineer|officer|president|vp|svp|evp|avp|chief|head|lead|leader|supervisor|specialist|coordinator|co-ordinator|administrator|admin|consultant|analyst|architect|developer|designer|programmer',
    'ceo|cto|cfo|coo|cio|cmo|cpo|cro|ciso|cso|md|buyer|purchaser|secretary|assistant|associate|representative|rep|technician|scientist|researcher|professor|lecturer|partner|founder|co-founder|cofounder|owner|chairman|chairwoman|chair|controller|accountant|counsel|attorney|lawyer|planner|estimator|surveyor|foreman|superintendent|principal|advisor|adviser|strategist|agent|treasurer|trainee|intern|clerk|operator|inspector|auditor|recruiter|expert|fellow|dean|physician|nurse|pharmacist|chemist|merchandiser|bookkeeper|ambassador|evangelist|trader|broker|banker|captain|steward|dispatcher|driver|editor|producer|journalist|receptionist|generalist|technologist|salesman|salesperson',
    'leiter(?:in)?|\\p{L}*leiter(?:in)?|geschaftsfuhrer(?:in)?|vertriebs\\p{L}*|einkaufer(?:in)?|inhaber(?:in)?|sachbearbeiter(?:in)?|\\p{L}*ingenieur(?:in)?|referent(?:in)?|vorstand|prokurist(?:in)?|projektmanager(?:in)?|produktmanager(?:in)?|berater(?:in)?|assistent(?:in)?',
    'direct(?:eur|rice)|responsable|ingenieure?|gerante?|charge(?:e)? d\\p{L}*|acheteu[rs]e?|commercial(?:e)?|adjointe?|conseillere?|chef(?:fe)?|president(?:e|a)?|gerente|director(?:a)?|jefe|jefa|encargad[oa]|ingenier[oa]|comprador(?:a)?|vendedor(?:a)?|asesor(?:a)?|coordinador(?:a)?|tecnico|consejer[oa]|diretor(?:a)?|engenheir[oa]|chefe|socio|socia',
    'direttore|direttrice|dirigente|ingegnere|titolare|amministratore|acquirente|impiegat[oa]|directeur|inkoper|verkoper|medewerker|hoofd|teamleider|adviseur|\\p{L}*sjef|\\p{L}*chef|\\p{L}*leder|\\p{L}*ledare|\\p{L}*ingenior|\\p{L}*johtaja|\\p{L}*paallikko|konsulent|kierownik|dyrektor|specjalista|inzynier|prezes|reditel|jednatel|vedouci|менеджер|директор|инженер|руководитель|начальник|специалист|бухгалтер',
  ].join('|')})(?=$|[^\\p{L}])`,
  'u',
);

const HAN_HEAD =
  /(?:经理|經理|總監|总监|主管|主任|工程师|工程師|总裁|總裁|董事长?|董事長|总经理|總經理|副总|副總|总工|總工|专员|專員|助理|秘书|秘書|顾问|顧問|代表|会计|會計|出纳|出納|部长|部長|科长|科長|处长|處長|局长|局長|所长|所長|院长|院長|厂长|廠長|组长|組長|课长|課長|课員|班长|店长|店長|队长|校长|校長|教授|讲师|講師|研究员|研究員|技术员|技術員|架构师|架構師|设计师|設計師|分析师|分析師|培训师|律师|律師|合伙人|合夥人|创始人|創辦人|负责人|負責人|老板|副理|协理|協理|襄理|特助|专案|專案|业务员?|業務員?|采购员|採購員?|采购|採購|销售员|销售|銷售|跟单员?|文员|客服|工艺员|质检员|检验员|调度员|操作员|行政|财务|财务|幹事|干事|员工代表|官|师|師|係長|取締役|担当|課長代理|과장|부장|대리|팀장|사원|이사|차장|대표)(?:助理|代表)?(?:[（(][^（()）]{1,16}[)）])?$/u;

/** How one is addressed: 王经理, 李总. It is neither a name nor a title. */
export const ADDRESSED =
  /^(?![总總副正大])\p{Script=Han}(?:总|總|工|经理|經理|主任|老师|老師|先生|女士|小姐|部长|部長|厂长|廠長)$/u;
const LONGEST_TITLE = 80;

/** Words that name a part of a firm or of the world: behind a comma they belong to the title, not to a company. */
const UNITS =
  /^(?:(?:global|corporate|group|strategic|technical|regional|international|north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?|central|greater|asia[- ]pacific|latin|middle|senior|key|field|inside) )*(?:sales|marketing|operations?|procurement|purchasing|sourcing|supply chain|logistics|finance|accounting|accounts?(?: payable| receivable)?|engineering|r&d|research(?: (?:and|&) development)?|development|product(?: management| marketing)?|business development|customer (?:success|service|support|care)|support|service|it|information technology|hr|human resources|people|legal|quality(?: assurance| control)?|qa|qc|production|manufacturing|maintenance|projects?|administration|communications?|strategy|partnerships?|channels?|europe|emea|apac|apj|amer|americas?|asia|africa|china|greater china|japan|korea|india|uk|uki|dach|nordics?|benelux|iberia|america|east|uae|usa?|germany|france|spain|italy|australia|canada|anz|mena|latam)(?: (?:team|department|dept\.?|division|group|office|region))?(?: (?:&|and) [\p{L} ]{2,30})?$/iu;

const HAN_UNIT = /(?:部|处|處|科|室|组|組|课|課|中心|事业部|事業部|分部|办事处|辦事處|车间|車間)$/u;

/** A line or a part of one that names what somebody does. */
export function isTitle(text: string): boolean {
  const words = text.trim();
  if (words === '' || words.length > LONGEST_TITLE || /\d{3}|@|https?:/.test(words)) return false;
  if (ADDRESSED.test(words)) return false;
  if (isHan(words) || /[\p{Script=Hangul}\p{Script=Hiragana}]/u.test(words))
    return words.length <= 24 && HAN_HEAD.test(words);
  return words.split(/\s+/).length <= 10 && HEADS.test(folded(words));
}

/** A department, team or region. */
export const isUnit = (text: string): boolean =>
  (isHan(text) ? HAN_UNIT : UNITS).test(text.trim().replace(/[.,]$/, '')) ||
  /\b(?:department|dept\.?|division|abteilung|avdeling|afdeling|service|departamento|ufficio)\b/i.test(text);
