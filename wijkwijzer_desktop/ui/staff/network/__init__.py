"""The network in the workshop: who is behind the services, kept by those who know them."""
