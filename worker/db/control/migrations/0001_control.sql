-- Control: who people are and where each workspace lives. Nothing a customer said is ever stored here.
CREATE TABLE user (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT,
  created_at INTEGER NOT NULL
);

CREATE TABLE workspace (
  ws_id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  shard TEXT NOT NULL,
  epoch INTEGER NOT NULL DEFAULT 1,
  time_zone TEXT NOT NULL,
  currency TEXT NOT NULL,
  sample INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
);

-- Teams form a tree; ids are given here so that a reader key stays short.
CREATE TABLE team (
  id INTEGER PRIMARY KEY,
  ws_id INTEGER NOT NULL REFERENCES workspace (ws_id),
  parent_id INTEGER REFERENCES team (id),
  name TEXT NOT NULL
);
CREATE INDEX team_by_workspace ON team (ws_id);

CREATE TABLE membership (
  ws_id INTEGER NOT NULL REFERENCES workspace (ws_id),
  user_id INTEGER NOT NULL REFERENCES user (id),
  role TEXT NOT NULL CHECK (role IN ('admin', 'manager', 'rep', 'back_office', 'read_only')),
  scope TEXT NOT NULL CHECK (scope IN ('own', 'team', 'all')),
  team_id INTEGER REFERENCES team (id),
  -- Teams this person manages, JSON array of ids with every descendant already included.
  manages TEXT NOT NULL DEFAULT '[]',
  rev INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (ws_id, user_id)
) WITHOUT ROWID;
CREATE INDEX membership_by_user ON membership (user_id);

CREATE TABLE session (
  id TEXT PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES user (id),
  ws_id INTEGER NOT NULL REFERENCES workspace (ws_id),
  secret_hash TEXT NOT NULL,
  device TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  revoked_at INTEGER
) WITHOUT ROWID;
CREATE INDEX session_by_user ON session (user_id);

-- The running number of the one-time code that `npm start` prints, and the tries spent on it.
CREATE TABLE local_code (
  secret_hash TEXT PRIMARY KEY,
  counter INTEGER NOT NULL,
  tries INTEGER NOT NULL
) WITHOUT ROWID;

-- What must change both databases: done idempotently, resumed by Cron until done_at is set.
CREATE TABLE control_job (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  ws_id INTEGER NOT NULL,
  payload TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  done_at INTEGER
) WITHOUT ROWID;
CREATE INDEX control_job_open ON control_job (ws_id) WHERE done_at IS NULL;
