# SPDX-License-Identifier: Apache-2.0
# Run by gdb inside, in front of others: reads the symbols of files that lie elsewhere than they were
# linked for. WANTED["loads"] = [[command, file, offset], ...].
import gdb


def quoted(name):
    """A word of gdb's own command line, which splits as a shell's does."""
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


for command, name, offset in WANTED["loads"]:
    try:
        gdb.execute("%s %s -o %d" % (command, quoted(name), offset & 0xffffffffffffffff), to_string=True)
    except gdb.error:
        pass  # The others are worth having without it.
