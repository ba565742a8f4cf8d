"""The database itself refuses to change an edition, but for its one redaction."""

from django.db import migrations

SQLITE = """
CREATE TRIGGER edition_is_final BEFORE UPDATE ON interviews_edition
WHEN OLD.redacted_at IS NOT NULL OR NEW.redacted_at IS NULL
  OR NEW.id <> OLD.id OR NEW.interview_id <> OLD.interview_id OR NEW.number <> OLD.number
  OR NEW.published_at <> OLD.published_at OR NEW.by_id IS NOT OLD.by_id
BEGIN SELECT RAISE(ABORT, 'an edition is final'); END
"""
POSTGRESQL = """
CREATE FUNCTION edition_is_final() RETURNS trigger AS $$
BEGIN
  IF OLD.redacted_at IS NOT NULL OR NEW.redacted_at IS NULL
    OR NEW.id <> OLD.id OR NEW.interview_id <> OLD.interview_id OR NEW.number <> OLD.number
    OR NEW.published_at <> OLD.published_at OR NEW.by_id IS DISTINCT FROM OLD.by_id
  THEN RAISE integrity_constraint_violation USING MESSAGE = 'an edition is final';
  END IF;
  RETURN NEW;
END $$ LANGUAGE plpgsql;
CREATE TRIGGER edition_is_final BEFORE UPDATE ON interviews_edition FOR EACH ROW EXECUTE FUNCTION edition_is_final();
"""
UNDO = {
    "sqlite": "DROP TRIGGER edition_is_final",
    "postgresql": "DROP TRIGGER edition_is_final ON interviews_edition; DROP FUNCTION edition_is_final()",
}


def create(apps, schema_editor):
    statement = {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]
    schema_editor.execute(statement, params=None)


def drop(apps, schema_editor):
    schema_editor.execute(UNDO[schema_editor.connection.vendor], params=None)


class Migration(migrations.Migration):
    dependencies = [("interviews", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
