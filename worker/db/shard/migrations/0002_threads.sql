-- A conversation as one person has logged it: the last message of each side, and the one before it, so that an undo can
-- give the former state back. `*_more` = there were further ones, which are no longer known.
CREATE TABLE thread (
  ws_id INTEGER NOT NULL,
  thread_key TEXT NOT NULL,
  user_id INTEGER NOT NULL,
  last_inbound_at INTEGER,
  last_inbound_id TEXT,
  prior_inbound_at INTEGER,
  prior_inbound_id TEXT,
  more_inbound INTEGER NOT NULL DEFAULT 0,
  last_outbound_at INTEGER,
  last_outbound_id TEXT,
  prior_outbound_at INTEGER,
  prior_outbound_id TEXT,
  more_outbound INTEGER NOT NULL DEFAULT 0,
  -- The moment of the last message of which its person said that it waits for nothing, until then or (NULL) for good. A
  -- later message speaks anew.
  settled_at INTEGER,
  settled_until INTEGER,
  waiting_since INTEGER AS (max(coalesce(last_inbound_at, 0), coalesce(last_outbound_at, 0))) VIRTUAL,
  -- Whose last message waits for an answer.
  waiting TEXT AS (CASE
    WHEN settled_until IS NULL AND settled_at = max(coalesce(last_inbound_at, 0), coalesce(last_outbound_at, 0)) THEN NULL
    WHEN coalesce(last_inbound_at, 0) > coalesce(last_outbound_at, 0) THEN 'inbound'
    ELSE 'outbound'
  END) VIRTUAL,
  PRIMARY KEY (ws_id, thread_key, user_id)
) WITHOUT ROWID;
CREATE INDEX thread_waiting ON thread (ws_id, user_id, waiting, waiting_since) WHERE waiting IS NOT NULL;

-- A log with an opportunity pays for the conversation by this: what is planned there is the opportunity's next step.
DROP INDEX task_open_by_account;
CREATE INDEX task_open_by_account ON task (ws_id, account_id, due_on)
  WHERE status IN ('todo', 'in_progress') AND account_id IS NOT NULL AND opportunity_id IS NULL;
CREATE INDEX task_done_by_assignee ON task (ws_id, assignee_id, done_at) WHERE status = 'done';

-- It was the opportunity's next step when it was settled: reopened, it is so again.
ALTER TABLE task ADD COLUMN was_next_step INTEGER NOT NULL DEFAULT 0;
