-- Undo what the transaction did.
rollback
