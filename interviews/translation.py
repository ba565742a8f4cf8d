"""The whole bilingual surface of the tables: each field named here has one column per language."""

from modeltranslation.translator import TranslationOptions, translator

from interviews import models

TRANSLATED = {
    models.BiographyEntry: ["text"],
    models.Conference: ["name", "city"],
    models.Edition: ["correction"],
    models.Interview: [
        "title", "editors_note", "publication", "column", "notice", "withdrawn_reason", "disclaimer", "funding",
    ],
    models.Participation: ["affiliation", "disclosure"],
    models.Speaker: ["name", "honorific", "affiliation", "headline"],
    models.Term: ["name", "aliases", "definition"],
    models.Topic: ["name"],
    models.Turn: ["text", "origin", "reviewed"],
}  # fmt: skip

for model, fields in TRANSLATED.items():
    translator.register(model, type(f"{model.__name__}Translation", (TranslationOptions,), {"fields": tuple(fields)}))
