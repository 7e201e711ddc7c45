"""Every way out that somebody at a counter may try, tried on every screen through a real X server."""
