import { buildCustomer, customerPlans } from './build-customers.ts';
import { buildLeads } from './build-leads.ts';
import { addOpportunities } from './build-opportunities.ts';
import { buildFunnels, buildMembers, buildTeams } from './build-people.ts';
import { companyName } from './names.ts';
import { idAt, type Random, randomOf } from './random.ts';
import { DAY_MS, type FirstFree, type Place, type World } from './world.ts';

export type WorldPlan = {
  first: FirstFree;
  seed: number;
  now: number;
  accounts: number;
  /** The workspace that people try; any others are neighbours in the same shard. */
  isSample: boolean;
};

export function buildWorld({ first, seed, now, accounts, isSample }: WorldPlan): World {
  const random = randomOf(seed);
  const place = buildPlace({ wsId: first.wsId, now, random, isSample });
  const members = buildMembers(first, random, isSample);
  const funnels = buildFunnels(place, random);
  const plans = customerPlans(random, accounts, isSample);
  const customers = plans.map((plan, i) => buildCustomer(plan, i, { place, random, members }));
  addOpportunities(customers, plans, { place, random, funnels });
  const prospects = buildLeads(Math.round(accounts * 0.75), { place, random, members, isSample });
  return { place, random, teams: buildTeams(first), members, funnels, customers, prospects };
}

type PlacePlan = { wsId: number; now: number; random: Random; isSample: boolean };

function buildPlace({ wsId, now, random, isSample }: PlacePlan): Place {
  const createdAt = now - 760 * DAY_MS;
  return {
    wsId,
    uuid: idAt(random, createdAt),
    name: isSample ? 'Larkfield Instruments 兰菲仪器' : companyName(random, 'en').name,
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    createdAt,
    now,
  };
}
