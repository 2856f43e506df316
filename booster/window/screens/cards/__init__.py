"""A card on the table, what a team decides about it, and what comes of that."""
