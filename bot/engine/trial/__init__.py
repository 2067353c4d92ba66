"""A new model beside the one that is live, before it may answer customers."""
