"""What a process imports before it is forked into those that parse: the parser, with every pattern compiled.

So it is done once and not once a process, and the memory for it is shared.
"""

import gc

from policyparse.knowledge.pattern import patterns

for _pattern in patterns():
    _pattern.search("")

gc.collect()
gc.freeze()
