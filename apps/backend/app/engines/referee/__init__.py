"""One value per field from what several readers say, and how surely it is right."""
