"""The reader that learns: from the words of a card and a few verified records to the curator's fields."""
