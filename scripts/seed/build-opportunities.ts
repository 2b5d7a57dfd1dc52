import { addDays, dayOf } from '../../shared/day.ts';
import { minorDigits } from '../../shared/money.ts';
import type { CustomerPlan } from './build-customers.ts';
import type { KnownOpportunity } from './known-account.ts';
import { inventOpportunity } from './opportunity-plans.ts';
import { elementAt, idAt, type Random } from './random.ts';
import {
  type Customer,
  DAY_MS,
  type Funnel,
  type OpportunityRow,
  ownedBy,
  type Place,
  type StageMove,
} from './world.ts';

const PER_ACCOUNT = 1.5;
const STATUSES = { open: 72, won: 12, lost: 10, suspended: 4, terminated: 2 } as const;
const VISIBILITIES = { org: 85, team: 12, private: 3 } as const;

type Scene = { place: Place; random: Random; funnels: readonly Funnel[] };
type Plan = KnownOpportunity & { status: OpportunityRow['status']; visibility: OpportunityRow['visibility'] };

/** The opportunities that the plans name, then invented ones until there are one and a half per customer. */
export function addOpportunities(customers: Customer[], plans: readonly CustomerPlan[], scene: Scene): void {
  const { random } = scene;
  for (const [i, customer] of customers.entries()) {
    for (const known of plans[i]?.opportunities ?? []) {
      customer.opportunities.push(
        buildOpportunity({ ...known, status: 'open', visibility: 'org' }, customer, scene),
      );
    }
  }
  const known = customers.reduce((sum, { opportunities }) => sum + opportunities.length, 0);
  // The mailbox's customers keep the opportunities that their mails speak of.
  const others = customers.filter((_, i) => !plans[i]?.opportunities);
  const missing = others.length === 0 ? 0 : Math.round(customers.length * PER_ACCOUNT) - known;
  for (let i = 0; i < missing; i++) {
    const customer = elementAt(others, i);
    const plan = {
      ...inventOpportunity(random, customer.language),
      status: random.weighted(STATUSES),
      visibility: random.weighted(VISIBILITIES),
    };
    customer.opportunities.push(buildOpportunity(plan, customer, scene));
  }
}

function buildOpportunity(plan: Plan, customer: Customer, scene: Scene): Customer['opportunities'][number] {
  const { place, random, funnels } = scene;
  const funnel = funnels.find(({ code }) => code === plan.pipeline) ?? elementAt(funnels, 0);
  const moves = buildMoves(plan, funnel, scene);
  const first = elementAt(moves, 0);
  const last = elementAt(moves, moves.length - 1);
  const isOver = plan.status === 'won' || plan.status === 'lost' || plan.status === 'terminated';
  const today = dayOf(place.now, place.timeZone);
  const row: OpportunityRow = {
    wsId: place.wsId,
    id: idAt(random, first.at),
    accountId: customer.account.id,
    name: plan.name,
    pipelineId: funnel.id,
    stageId: last.to,
    stageSince: (moves.findLast(({ from, to }) => from !== to) ?? first).at,
    status: plan.status,
    amountMinor: plan.amount * 10 ** minorDigits(plan.currency),
    currency: plan.currency,
    expectedCloseOn: addDays(today, isOver ? -random.int(0, 20) : plan.closesInDays),
    nextStep: isOver ? null : (plan.nextStep?.text ?? null),
    nextStepOn: isOver || !plan.nextStep ? null : addDays(today, plan.nextStep.inDays),
    ...ownedBy(customer.owner, first.at, plan.visibility),
    updatedAt: last.at,
    version: moves.length,
    closedAt: isOver ? last.at : null,
    closedBy: isOver ? customer.owner.id : null,
  };
  return { row, moves };
}

/** From the first stage to the one it stands in, oldest first; what is closed or suspended ends with that move. */
function buildMoves(plan: Plan, { stages }: Funnel, { place, random }: Scene): StageMove[] {
  const wonAt = stages.findIndex(({ type }) => type === 'won');
  const reached = plan.status === 'won' ? wonAt : stages.findIndex(({ code }) => code === plan.stage);
  const moves: StageMove[] = [];
  const stayed = () => random.int(3, 40) * DAY_MS + random.int(0, DAY_MS / 2);
  let at = place.now - stayed();
  if (plan.status !== 'open' && plan.status !== 'won') {
    const here = elementAt(stages, reached).id;
    moves.unshift({ at, from: here, to: here, fromStatus: 'open', toStatus: plan.status });
    at -= stayed();
  }
  for (let i = reached; i >= 0; i--) {
    const toStatus = i === wonAt ? 'won' : 'open';
    const from = i === 0 ? undefined : elementAt(stages, i - 1).id;
    moves.unshift({
      at,
      from,
      to: elementAt(stages, i).id,
      fromStatus: i === 0 ? undefined : 'open',
      toStatus,
    });
    at -= stayed();
  }
  return moves;
}
