"""How a cable is cited: who wrote to whom, what and when, and who keeps it.

``record`` is what every form of a citation says, ``in_words`` a sentence of it; ``offices`` puts
telegraphic addresses into words, ``holdings`` knows archives.
"""
