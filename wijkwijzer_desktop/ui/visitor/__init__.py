"""One file a page, and the controller that shows the page for the Intake."""
