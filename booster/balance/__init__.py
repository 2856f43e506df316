"""What a deck does: many seeded games of simulated teams, counted, as a page, as JSON and as a picture."""
