"""Other people's formats in and out. Knows the domain and what the desk wants of it; opens no database and no window."""
