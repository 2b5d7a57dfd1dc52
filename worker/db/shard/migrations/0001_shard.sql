-- A shard holds everything that a workspace owns. ws_id is first in every key and index. No foreign key acts by itself:
-- D1 runs DROP TABLE with foreign keys on, so one that did would delete children in silence.

-- A batch that begins with `INSERT INTO refuse SELECT code WHERE <precondition fails>` aborts as a whole with that code.
CREATE TABLE refuse (code TEXT NOT NULL);
CREATE TRIGGER refuse_batch BEFORE INSERT ON refuse BEGIN
  SELECT RAISE(ABORT, NEW.code);
END;

CREATE TABLE workspace_home (
  ws_id INTEGER PRIMARY KEY,
  epoch INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('live', 'frozen', 'gone'))
);

-- A mirror of Control for names; it never decides rights. Repaired when a session carries a higher rev.
CREATE TABLE member (
  ws_id INTEGER NOT NULL,
  user_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  email TEXT,
  team_id INTEGER,
  rev INTEGER NOT NULL,
  PRIMARY KEY (ws_id, user_id)
) WITHOUT ROWID;

CREATE INDEX member_by_email ON member (ws_id, email) WHERE email IS NOT NULL;
-- A workspace's own domains never say which customer somebody belongs to.
CREATE INDEX member_by_domain ON member (ws_id, substr(email, instr(email, '@') + 1)) WHERE email IS NOT NULL;

CREATE TABLE team (
  ws_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  name TEXT NOT NULL,
  parent_id INTEGER,
  PRIMARY KEY (ws_id, id)
) WITHOUT ROWID;

CREATE TABLE pipeline (
  ws_id INTEGER NOT NULL,
  id TEXT NOT NULL,
  code TEXT,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (ws_id, id)
) WITHOUT ROWID;

CREATE TABLE stage (
  ws_id INTEGER NOT NULL,
  id TEXT NOT NULL,
  pipeline_id TEXT NOT NULL,
  code TEXT,
  name TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('open', 'won', 'lost', 'invalid')),
  position INTEGER NOT NULL,
  -- Share of opportunities that reach the next stage, in basis points; usual days spent here; visits a week.
  conversion_bp INTEGER,
  usual_days INTEGER,
  visits_per_week INTEGER,
  PRIMARY KEY (ws_id, id),
  FOREIGN KEY (ws_id, pipeline_id) REFERENCES pipeline (ws_id, id)
) WITHOUT ROWID;
CREATE INDEX stage_by_pipeline ON stage (ws_id, pipeline_id, position);

-- audience = who may read, folded into one key when written: 'o' workspace, 't<team>' team, 'x' owner only.
CREATE TABLE account (
  ws_id INTEGER NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  industry TEXT,
  size TEXT,
  level TEXT,
  status TEXT NOT NULL,
  phone TEXT,
  address TEXT,
  website TEXT,
  source TEXT NOT NULL,
  owner_id INTEGER NOT NULL,
  team_id INTEGER,
  visibility TEXT NOT NULL CHECK (visibility IN ('private', 'team', 'org')),
  audience TEXT NOT NULL,
  custom TEXT NOT NULL DEFAULT '{}',
  version INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  archived_at INTEGER,
  PRIMARY KEY (ws_id, id)
) WITHOUT ROWID;
CREATE INDEX account_by_time ON account (ws_id, created_at, id);

CREATE TABLE account_domain (
  ws_id INTEGER NOT NULL,
  domain TEXT NOT NULL,
  account_id TEXT NOT NULL,
  PRIMARY KEY (ws_id, domain, account_id),
  FOREIGN KEY (ws_id, account_id) REFERENCES account (ws_id, id)
) WITHOUT ROWID;
CREATE INDEX account_domain_by_account ON account_domain (ws_id, account_id);

CREATE TABLE contact (
  ws_id INTEGER NOT NULL,
  id TEXT NOT NULL,
  account_id TEXT,
  name TEXT NOT NULL,
  title TEXT,
  role TEXT,
  phone TEXT,
  owner_id INTEGER NOT NULL,
  team_id INTEGER,
  visibility TEXT NOT NULL CHECK (visibility IN ('private', 'team', 'org')),
  audience TEXT NOT NULL,
  custom TEXT NOT NULL DEFAULT '{}',
  version INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  archived_at INTEGER,
  PRIMARY KEY (ws_id, id),
  FOREIGN KEY (ws_id, account_id) REFERENCES account (ws_id, id)
) WITHOUT ROWID;
CREATE INDEX contact_by_account ON contact (ws_id, account_id, id) WHERE account_id IS NOT NULL;
CREATE INDEX contact_by_time ON contact (ws_id, created_at, id);

CREATE TABLE contact_email (
  ws_id INTEGER NOT NULL,
  email TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  PRIMARY KEY (ws_id, email, contact_id),
  FOREIGN KEY (ws_id, contact_id) REFERENCES contact (ws_id, id)
) WITHOUT ROWID;
CREATE INDEX contact_email_by_contact ON contact_email (ws_id, contact_id);

CREATE TABLE lead (
  ws_id INTEGER NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  company TEXT,
  title TEXT,
  email TEXT,
  domain TEXT,
  phone TEXT,
  website TEXT,
  status TEXT NOT NULL CHECK (status IN ('new', 'working', 'nurturing', 'qualified', 'converted', 'disqualified')),
  source TEXT NOT NULL,
  note TEXT,
  owner_id INTEGER NOT NULL,
  team_id INTEGER,
  visibility TEXT NOT NULL CHECK (visibility IN ('private', 'team', 'org')),
  audience TEXT NOT NULL,
  custom TEXT NOT NULL DEFAULT '{}',
  version INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  archived_at INTEGER,
  PRIMARY KEY (ws_id, id)
) WITHOUT ROWID;
CREATE INDEX lead_by_email ON lead (ws_id, email) WHERE email IS NOT NULL;
CREATE INDEX lead_by_domain ON lead (ws_id, domain) WHERE domain IS NOT NULL;
CREATE INDEX lead_by_time ON lead (ws_id, created_at, id);

CREATE TABLE opportunity (
  ws_id INTEGER NOT NULL,
  id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  name TEXT NOT NULL,
  pipeline_id TEXT NOT NULL,
  stage_id TEXT NOT NULL,
  stage_since INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'suspended', 'terminated', 'won', 'lost')),
  amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  expected_close_on TEXT,
  next_step TEXT,
  next_step_on TEXT,
  owner_id INTEGER NOT NULL,
  team_id INTEGER,
  visibility TEXT NOT NULL CHECK (visibility IN ('private', 'team', 'org')),
  audience TEXT NOT NULL,
  custom TEXT NOT NULL DEFAULT '{}',
  version INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  closed_at INTEGER,
  closed_by INTEGER,
  archived_at INTEGER,
  PRIMARY KEY (ws_id, id),
  FOREIGN KEY (ws_id, account_id) REFERENCES account (ws_id, id),
  FOREIGN KEY (ws_id, pipeline_id) REFERENCES pipeline (ws_id, id),
  FOREIGN KEY (ws_id, stage_id) REFERENCES stage (ws_id, id)
) WITHOUT ROWID;
CREATE INDEX opportunity_by_account ON opportunity (ws_id, account_id, status, id);
CREATE INDEX opportunity_by_time ON opportunity (ws_id, created_at, id);

CREATE TABLE stage_history (
  ws_id INTEGER NOT NULL,
  opportunity_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  id TEXT NOT NULL,
  from_stage_id TEXT,
  to_stage_id TEXT NOT NULL,
  from_status TEXT,
  to_status TEXT NOT NULL,
  by_user INTEGER NOT NULL,
  reason TEXT,
  PRIMARY KEY (ws_id, opportunity_id, at, id),
  FOREIGN KEY (ws_id, opportunity_id) REFERENCES opportunity (ws_id, id)
) WITHOUT ROWID;

-- seq is the rowid of the search entry and of the body; it is given anew when a workspace is moved or restored.
CREATE TABLE activity (
  seq INTEGER PRIMARY KEY,
  ws_id INTEGER NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  direction TEXT CHECK (direction IN ('inbound', 'outbound', 'internal')),
  outcome TEXT,
  occurred_at INTEGER NOT NULL,
  logged_at INTEGER NOT NULL,
  day TEXT NOT NULL,
  owner_id INTEGER NOT NULL,
  account_id TEXT,
  contact_id TEXT,
  lead_id TEXT,
  opportunity_id TEXT,
  -- The part of its owner, whose contribution is the oldest that stands: links, level, words, outcome, expense, next step.
  level TEXT NOT NULL CHECK (level IN ('fact', 'subject', 'summary', 'full')),
  subject TEXT,
  summary TEXT,
  snippet TEXT,
  text_cut INTEGER NOT NULL DEFAULT 0,
  message_key TEXT,
  message_id TEXT,
  thread_key TEXT,
  captured_by TEXT,
  attachments TEXT NOT NULL DEFAULT '[]',
  expense_minor INTEGER,
  expense_currency TEXT,
  expense_kind TEXT,
  next_kind TEXT,
  next_text TEXT,
  next_on TEXT,
  contributors INTEGER NOT NULL DEFAULT 1,
  -- Everybody's part, as JSON, where there are several: a page of the feed then reads no contribution.
  parts TEXT,
  -- How many of them say something else than the owner, or are filed elsewhere: only then the feed reads them.
  differing INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (ws_id, id),
  FOREIGN KEY (ws_id, account_id) REFERENCES account (ws_id, id),
  FOREIGN KEY (ws_id, contact_id) REFERENCES contact (ws_id, id),
  FOREIGN KEY (ws_id, lead_id) REFERENCES lead (ws_id, id),
  FOREIGN KEY (ws_id, opportunity_id) REFERENCES opportunity (ws_id, id)
);
CREATE UNIQUE INDEX activity_by_message ON activity (ws_id, message_key) WHERE message_key IS NOT NULL;

CREATE TABLE activity_body (
  seq INTEGER PRIMARY KEY REFERENCES activity (seq),
  ws_id INTEGER NOT NULL,
  text TEXT NOT NULL
);

CREATE TABLE activity_party (
  ws_id INTEGER NOT NULL,
  activity_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('from', 'to', 'cc', 'bcc', 'participant')),
  name TEXT,
  email TEXT,
  contact_id TEXT,
  user_id INTEGER,
  PRIMARY KEY (ws_id, activity_id, position),
  FOREIGN KEY (ws_id, activity_id) REFERENCES activity (ws_id, id)
) WITHOUT ROWID;

-- Everything that one person logged, seen by whom that person chose. content = what was said, as JSON; NULL = the same as
-- the activity's, cut to this level, so that a text sent by two people is stored once.
CREATE TABLE contribution (
  ws_id INTEGER NOT NULL,
  activity_id TEXT NOT NULL,
  user_id INTEGER NOT NULL,
  receipt_id TEXT NOT NULL,
  team_id INTEGER,
  account_id TEXT,
  contact_id TEXT,
  lead_id TEXT,
  opportunity_id TEXT,
  level TEXT NOT NULL CHECK (level IN ('fact', 'subject', 'summary', 'full')),
  visibility TEXT NOT NULL CHECK (visibility IN ('private', 'team', 'org')),
  outcome TEXT,
  note TEXT,
  page_url TEXT,
  content TEXT,
  logged_at INTEGER NOT NULL,
  PRIMARY KEY (ws_id, activity_id, user_id),
  FOREIGN KEY (ws_id, activity_id) REFERENCES activity (ws_id, id),
  FOREIGN KEY (ws_id, account_id) REFERENCES account (ws_id, id),
  FOREIGN KEY (ws_id, contact_id) REFERENCES contact (ws_id, id),
  FOREIGN KEY (ws_id, lead_id) REFERENCES lead (ws_id, id),
  FOREIGN KEY (ws_id, opportunity_id) REFERENCES opportunity (ws_id, id)
) WITHOUT ROWID;

-- One row per (reader key, facet): '' the whole feed, p<user> a person, a<id> an account, o<id> an opportunity.
-- level = the fullest level that this key may read; type rides along so that a type filter needs no second lookup.
CREATE TABLE activity_reader (
  ws_id INTEGER NOT NULL,
  reader TEXT NOT NULL,
  facet TEXT NOT NULL,
  occurred_at INTEGER NOT NULL,
  activity_id TEXT NOT NULL,
  level TEXT NOT NULL,
  type TEXT NOT NULL,
  PRIMARY KEY (ws_id, reader, facet, occurred_at, activity_id)
) WITHOUT ROWID;

-- The lasting proof that a client id was accepted. Never deleted; a replay is answered from here.
-- hash is NULL where an undo arrived before its create: the late create is then answered "undone".
CREATE TABLE receipt (
  ws_id INTEGER NOT NULL,
  id TEXT NOT NULL,
  user_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  hash TEXT,
  record_id TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('created', 'joined', 'undone')),
  at INTEGER NOT NULL,
  PRIMARY KEY (ws_id, id)
) WITHOUT ROWID;

CREATE TABLE task (
  ws_id INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  due_on TEXT NOT NULL,
  due_at INTEGER,
  assignee_id INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('todo', 'in_progress', 'done', 'cancelled')),
  priority TEXT NOT NULL DEFAULT 'medium' CHECK (priority IN ('low', 'medium', 'high')),
  account_id TEXT,
  contact_id TEXT,
  lead_id TEXT,
  opportunity_id TEXT,
  activity_id TEXT,
  -- The opportunity's next step that this one took the place of: an undo of the log puts it back.
  replaced_step TEXT,
  replaced_step_on TEXT,
  audience TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  done_at INTEGER,
  PRIMARY KEY (ws_id, id),
  FOREIGN KEY (ws_id, account_id) REFERENCES account (ws_id, id),
  FOREIGN KEY (ws_id, opportunity_id) REFERENCES opportunity (ws_id, id)
) WITHOUT ROWID;
CREATE INDEX task_open_by_assignee ON task (ws_id, assignee_id, due_on, id) WHERE status IN ('todo', 'in_progress');
CREATE INDEX task_open_replacing ON task (ws_id, opportunity_id) WHERE status IN ('todo', 'in_progress') AND replaced_step IS NOT NULL;
CREATE INDEX task_open_by_account ON task (ws_id, account_id, due_on) WHERE status IN ('todo', 'in_progress') AND account_id IS NOT NULL;

-- Rollups change in the same batch as their cause; a recount from the facts must always agree.
CREATE TABLE rep_month (
  ws_id INTEGER NOT NULL,
  user_id INTEGER NOT NULL,
  month TEXT NOT NULL,
  activities INTEGER NOT NULL DEFAULT 0,
  emails INTEGER NOT NULL DEFAULT 0,
  calls INTEGER NOT NULL DEFAULT 0,
  meetings INTEGER NOT NULL DEFAULT 0,
  visits INTEGER NOT NULL DEFAULT 0,
  others INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (ws_id, user_id, month)
) WITHOUT ROWID;

CREATE TABLE activity_day (
  ws_id INTEGER NOT NULL,
  day TEXT NOT NULL,
  user_id INTEGER NOT NULL,
  type TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (ws_id, day, user_id, type)
) WITHOUT ROWID;

CREATE TABLE stage_total (
  ws_id INTEGER NOT NULL,
  pipeline_id TEXT NOT NULL,
  stage_id TEXT NOT NULL,
  owner_id INTEGER NOT NULL,
  currency TEXT NOT NULL,
  n INTEGER NOT NULL,
  amount_minor INTEGER NOT NULL,
  PRIMARY KEY (ws_id, pipeline_id, stage_id, owner_id, currency)
) WITHOUT ROWID;

CREATE TABLE stage_total_all (
  ws_id INTEGER NOT NULL,
  pipeline_id TEXT NOT NULL,
  stage_id TEXT NOT NULL,
  currency TEXT NOT NULL,
  n INTEGER NOT NULL,
  amount_minor INTEGER NOT NULL,
  PRIMARY KEY (ws_id, pipeline_id, stage_id, currency)
) WITHOUT ROWID;

-- Append-only; ids and field names, never values.
CREATE TABLE audit_event (
  ws_id INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor_id INTEGER NOT NULL,
  action TEXT NOT NULL,
  record_kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  fields TEXT NOT NULL DEFAULT '[]',
  request_id TEXT NOT NULL,
  PRIMARY KEY (ws_id, seq)
) WITHOUT ROWID;
CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event BEGIN
  SELECT RAISE(ABORT, 'audit_immutable');
END;
CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event BEGIN
  SELECT RAISE(ABORT, 'audit_immutable');
END;

CREATE TABLE audit_seal (
  ws_id INTEGER NOT NULL,
  from_seq INTEGER NOT NULL,
  to_seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  sealed_at INTEGER NOT NULL,
  PRIMARY KEY (ws_id, to_seq)
) WITHOUT ROWID;
CREATE TRIGGER audit_seal_no_update BEFORE UPDATE ON audit_seal BEGIN
  SELECT RAISE(ABORT, 'audit_immutable');
END;
CREATE TRIGGER audit_seal_no_delete BEFORE DELETE ON audit_seal BEGIN
  SELECT RAISE(ABORT, 'audit_immutable');
END;

-- Search. rowid = activity.seq / name_entry.seq; scope holds w<ws_id> and the reader keys as tokens, so that neither a
-- foreign workspace nor an unreadable record costs a row. t = Chinese as bigrams, Latin lowercased.
CREATE VIRTUAL TABLE activity_fts USING fts5 (scope, t, content = '', contentless_delete = 1, tokenize = 'unicode61');

CREATE TABLE name_entry (
  seq INTEGER PRIMARY KEY,
  ws_id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('account', 'contact', 'lead', 'opportunity')),
  record_id TEXT NOT NULL,
  UNIQUE (ws_id, kind, record_id)
);
CREATE VIRTUAL TABLE name_fts USING fts5 (scope, t, content = '', contentless_delete = 1, tokenize = 'unicode61', prefix = '2 3');
