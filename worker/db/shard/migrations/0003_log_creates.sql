-- Records that came into being with a log. born_of = that log's receipt, for as long as nobody else has used the record:
-- until then an undo of the log takes it back. Used = named by another log, contact, opportunity or task.
ALTER TABLE account ADD COLUMN born_of TEXT;
ALTER TABLE contact ADD COLUMN born_of TEXT;
ALTER TABLE lead ADD COLUMN born_of TEXT;

-- What a log's `create` came to, as JSON: new records, or those that were there already.
ALTER TABLE receipt ADD COLUMN records TEXT;

-- A number is looked up by its last digits (shared/phone.ts), however it is written.
ALTER TABLE contact ADD COLUMN mobile TEXT;
ALTER TABLE contact ADD COLUMN phone_key TEXT;
ALTER TABLE contact ADD COLUMN mobile_key TEXT;
ALTER TABLE lead ADD COLUMN phone_key TEXT;
CREATE INDEX contact_by_phone ON contact (ws_id, phone_key) WHERE phone_key IS NOT NULL;
CREATE INDEX contact_by_mobile ON contact (ws_id, mobile_key) WHERE mobile_key IS NOT NULL;
CREATE INDEX lead_by_phone ON lead (ws_id, phone_key) WHERE phone_key IS NOT NULL;

-- The use of a record is noted by the database itself, so that no writer can forget it. A record that was taken back is
-- an empty row of nobody (owner_id = 0): deleting it would make SQLite look through every activity for references.
-- Whoever meets that row has read it a moment too early.
CREATE TRIGGER contribution_uses_records BEFORE INSERT ON contribution BEGIN
  SELECT RAISE(ABORT, 'record_gone') FROM account WHERE ws_id = NEW.ws_id AND id = NEW.account_id AND owner_id = 0;
  SELECT RAISE(ABORT, 'record_gone') FROM contact WHERE ws_id = NEW.ws_id AND id = NEW.contact_id AND owner_id = 0;
  SELECT RAISE(ABORT, 'record_gone') FROM lead WHERE ws_id = NEW.ws_id AND id = NEW.lead_id AND owner_id = 0;
  UPDATE account SET born_of = NULL WHERE ws_id = NEW.ws_id AND id = NEW.account_id AND born_of <> NEW.receipt_id;
  UPDATE contact SET born_of = NULL WHERE ws_id = NEW.ws_id AND id = NEW.contact_id AND born_of <> NEW.receipt_id;
  UPDATE lead SET born_of = NULL WHERE ws_id = NEW.ws_id AND id = NEW.lead_id AND born_of <> NEW.receipt_id;
END;

CREATE TRIGGER contribution_moves_to_records BEFORE UPDATE OF account_id, contact_id, lead_id ON contribution BEGIN
  SELECT RAISE(ABORT, 'record_gone') FROM account WHERE ws_id = NEW.ws_id AND id = NEW.account_id AND owner_id = 0;
  SELECT RAISE(ABORT, 'record_gone') FROM contact WHERE ws_id = NEW.ws_id AND id = NEW.contact_id AND owner_id = 0;
  SELECT RAISE(ABORT, 'record_gone') FROM lead WHERE ws_id = NEW.ws_id AND id = NEW.lead_id AND owner_id = 0;
  UPDATE account SET born_of = NULL WHERE ws_id = NEW.ws_id AND id = NEW.account_id AND born_of <> NEW.receipt_id;
  UPDATE contact SET born_of = NULL WHERE ws_id = NEW.ws_id AND id = NEW.contact_id AND born_of <> NEW.receipt_id;
  UPDATE lead SET born_of = NULL WHERE ws_id = NEW.ws_id AND id = NEW.lead_id AND born_of <> NEW.receipt_id;
END;

-- People who took part, where a contribution has words of its own.
CREATE TRIGGER contribution_names_contacts AFTER INSERT ON contribution WHEN NEW.content IS NOT NULL BEGIN
  UPDATE contact SET born_of = NULL WHERE ws_id = NEW.ws_id AND born_of <> NEW.receipt_id
    AND id IN (SELECT value ->> 'contactId' FROM json_each(NEW.content, '$.parties'));
END;

CREATE TRIGGER contribution_renames_contacts AFTER UPDATE OF content ON contribution WHEN NEW.content IS NOT NULL BEGIN
  UPDATE contact SET born_of = NULL WHERE ws_id = NEW.ws_id AND born_of <> NEW.receipt_id
    AND id IN (SELECT value ->> 'contactId' FROM json_each(NEW.content, '$.parties'));
END;

-- The log that creates an activity has its id.
CREATE TRIGGER party_uses_contact BEFORE INSERT ON activity_party WHEN NEW.contact_id IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'record_gone') FROM contact WHERE ws_id = NEW.ws_id AND id = NEW.contact_id AND owner_id = 0;
  UPDATE contact SET born_of = NULL WHERE ws_id = NEW.ws_id AND id = NEW.contact_id AND born_of <> NEW.activity_id;
END;

CREATE TRIGGER contact_uses_account BEFORE INSERT ON contact WHEN NEW.account_id IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'record_gone') FROM account WHERE ws_id = NEW.ws_id AND id = NEW.account_id AND owner_id = 0;
  UPDATE account SET born_of = NULL
    WHERE ws_id = NEW.ws_id AND id = NEW.account_id AND born_of <> coalesce(NEW.born_of, '');
END;

CREATE TRIGGER opportunity_uses_account BEFORE INSERT ON opportunity BEGIN
  SELECT RAISE(ABORT, 'record_gone') FROM account WHERE ws_id = NEW.ws_id AND id = NEW.account_id AND owner_id = 0;
  UPDATE account SET born_of = NULL WHERE ws_id = NEW.ws_id AND id = NEW.account_id AND born_of IS NOT NULL;
END;

-- What a log agrees on is made in the moment of its records, and goes with them until somebody touches it.
CREATE TRIGGER task_uses_records BEFORE INSERT ON task BEGIN
  SELECT RAISE(ABORT, 'record_gone') FROM account WHERE ws_id = NEW.ws_id AND id = NEW.account_id AND owner_id = 0;
  UPDATE account SET born_of = NULL WHERE ws_id = NEW.ws_id AND id = NEW.account_id
    AND born_of IS NOT NULL AND (created_at, created_by) <> (NEW.created_at, NEW.created_by);
  UPDATE contact SET born_of = NULL WHERE ws_id = NEW.ws_id AND id = NEW.contact_id
    AND born_of IS NOT NULL AND (created_at, created_by) <> (NEW.created_at, NEW.created_by);
  UPDATE lead SET born_of = NULL WHERE ws_id = NEW.ws_id AND id = NEW.lead_id
    AND born_of IS NOT NULL AND (created_at, created_by) <> (NEW.created_at, NEW.created_by);
END;

CREATE TRIGGER task_keeps_records AFTER UPDATE OF version ON task BEGIN
  UPDATE account SET born_of = NULL WHERE ws_id = NEW.ws_id AND id = NEW.account_id AND born_of IS NOT NULL;
  UPDATE contact SET born_of = NULL WHERE ws_id = NEW.ws_id AND id = NEW.contact_id AND born_of IS NOT NULL;
  UPDATE lead SET born_of = NULL WHERE ws_id = NEW.ws_id AND id = NEW.lead_id AND born_of IS NOT NULL;
END;
