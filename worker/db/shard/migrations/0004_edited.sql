-- When its person last changed a contribution; the activity carries its owner's, so that the feed reads no contribution.
ALTER TABLE contribution ADD COLUMN edited_at INTEGER;
ALTER TABLE activity ADD COLUMN edited_at INTEGER;
