-- Make what the transaction did permanent.
commit
