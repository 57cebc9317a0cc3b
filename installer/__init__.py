"""Set-up of the program from a source tree: libraries, fonts, words, gates."""
