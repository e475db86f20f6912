# SPDX-License-Identifier: Apache-2.0
# Run by gdb inside: writes function, file and line of some addresses as one JSON object between two
# marks. A line in front of this file sets WANTED = {"addresses": [...], "mark": text}.
import json
import gdb


def function(address):
    """The innermost function, one that the compiler put into another included."""
    block = gdb.block_for_pc(address)
    while block is not None and block.function is None:
        block = block.superblock
    return block.function.print_name if block is not None else ""


found = []
for address in WANTED["addresses"]:
    sal = gdb.find_pc_line(address)
    found.append({
        "a": address,
        "n": function(address),
        "f": sal.symtab.filename if sal.symtab else "",
        "i": sal.line or 0,
    })
print("\n" + WANTED["mark"] + json.dumps({"lines": found}) + WANTED["mark"], flush=True)
