"""How talking works, whatever is said: words, choices, dialogues, and who may."""
