"""Turn by turn: the hand-over, the exchange, the results, and what can be opened while a team plays."""
