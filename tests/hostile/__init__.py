"""Files made to hang, fill or crash a reader: `pdfs`, `docxs`, `rtfs`, `pages` (HTML), `texts`; `collection` has them all by name."""
