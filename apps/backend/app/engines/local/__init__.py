"""The built-in reader: recognise, lines, fields."""
