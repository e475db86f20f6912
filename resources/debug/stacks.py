# SPDX-License-Identifier: Apache-2.0
# Run by gdb inside, with a core of some threads: writes their frames as one JSON object between two
# marks. A line in front of this file sets WANTED = {"frames": most, "locals": with them?, "mark": text}.
import json
import gdb

MOST_LOCALS = 60
MOST_TEXT = 240


def shown(symbol, frame):
    """A variable's value as gdb shows it, cut to a length that fits a line."""
    try:
        text = symbol.value(frame).format_string(max_elements=16, max_depth=2, repeat_threshold=8)
    except (gdb.error, RuntimeError) as e:
        text = "<%s>" % e
    return text if len(text) <= MOST_TEXT else text[:MOST_TEXT] + "..."


def variables(frame):
    found, names = [], set()
    try:
        block = frame.block()
    except RuntimeError:
        return found
    while block is not None and len(found) < MOST_LOCALS:
        for s in block:
            here = s.is_argument or s.is_variable
            gone = s.addr_class == gdb.SYMBOL_LOC_OPTIMIZED_OUT
            if here and (s.needs_frame or gone) and s.name not in names and len(found) < MOST_LOCALS:
                names.add(s.name)
                found.append([s.print_name, str(s.type)[:80], shown(s, frame), bool(s.is_argument)])
        if block.function is not None:
            break
        block = block.superblock
    return found


def one(frame, level):
    sal = frame.find_sal()
    return {
        "l": level,
        "a": frame.pc(),
        "n": frame.name() or "",
        "f": sal.symtab.filename if sal.symtab else "",
        "i": sal.line or 0,
        "in": frame.type() == gdb.INLINE_FRAME,
        "v": variables(frame) if WANTED["locals"] else [],
    }


def frames():
    found, cut = [], ""
    try:
        frame = gdb.newest_frame()
        while frame is not None:
            if len(found) == WANTED["frames"]:
                return found, "there are more than %d frames" % len(found)
            found.append(one(frame, len(found)))
            reason = frame.unwind_stop_reason()
            if reason not in (gdb.FRAME_UNWIND_NO_REASON, gdb.FRAME_UNWIND_OUTERMOST):
                cut = gdb.frame_stop_reason_string(reason)
            frame = frame.older()
    except gdb.error as e:
        cut = str(e)
    return found, cut


threads = []
for thread in sorted(gdb.selected_inferior().threads(), key=lambda t: t.ptid[1]):
    thread.switch()
    found, cut = frames()
    threads.append({"t": thread.ptid[1], "f": found, "c": cut})
print("\n" + WANTED["mark"] + json.dumps({"threads": threads}) + WANTED["mark"], flush=True)
