# Words for the public, in Welsh.
consultation = Ymgynghoriad
