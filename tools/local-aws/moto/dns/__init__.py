"""The name server of the local AWS: answers from Route 53's records, as Route 53 does."""
