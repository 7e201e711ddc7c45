"""The editor of questions, topics and residents: a panel of the workshop in parts."""
