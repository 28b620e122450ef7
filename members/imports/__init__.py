"""From a file to a plan: columns guessed, cells read, people matched, differences sorted; nothing is written."""
