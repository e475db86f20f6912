# SPDX-License-Identifier: Apache-2.0
# Run by gdb inside: writes the layouts of the types that are WANTED, and of those that they are
# made of, as one JSON object between two marks. A line in front of this file sets
# WANTED = {"types": [...], "symbols": [...], "hops": pointers to follow, "most": types, "mark": text}.
import json
import re
import gdb

CODES = {
    gdb.TYPE_CODE_INT: "int",
    gdb.TYPE_CODE_CHAR: "int",
    gdb.TYPE_CODE_BOOL: "bool",
    gdb.TYPE_CODE_FLT: "float",
}
INTO = {gdb.TYPE_CODE_STRUCT: "struct", gdb.TYPE_CODE_UNION: "union"}
POINTERS = [gdb.TYPE_CODE_PTR, gdb.TYPE_CODE_REF, getattr(gdb, "TYPE_CODE_RVALUE_REF", -1)]

known, waiting, aliases, cut = {}, [], {}, False


def key(t):
    """The name under which a type is written; None for one without."""
    if not t.name:
        return None
    word = {gdb.TYPE_CODE_STRUCT: "struct ", gdb.TYPE_CODE_UNION: "union ", gdb.TYPE_CODE_ENUM: "enum "}
    # C keeps a name space for tags; a name of C++ or Rust has none, and clashes with nothing.
    return t.name if " " in t.name and t.name.split(" ")[0] + " " in word.values() else word.get(t.code, "") + t.name


def whole(t):
    """The full type behind a mere declaration."""
    if t.code in INTO and t.name and t.sizeof == 0 and not t.fields():
        for name in (key(t), t.name):
            try:
                return gdb.lookup_type(name)
            except gdb.error:
                pass
    return t


def name_of(t, hops):
    k = key(t)
    if k not in known:
        known[k] = None
        waiting.append((k, t, hops))
    return {"k": "ref", "n": k}


def short(t, hops):
    t = t.unqualified()
    if t.code in POINTERS:
        target = t.target().unqualified()
        return {"k": "ptr", "s": t.sizeof, "t": short(target, hops - 1) if hops > 0 else faint(target)}
    if t.code == gdb.TYPE_CODE_ARRAY:
        low, high = t.range()
        return {"k": "array", "c": max(0, high - low + 1), "t": short(t.target(), hops)}
    if t.code == gdb.TYPE_CODE_TYPEDEF and shared(t):
        return short(t.target(), hops)
    if t.code == gdb.TYPE_CODE_TYPEDEF or t.code in INTO or t.code == gdb.TYPE_CODE_ENUM:
        return name_of(t, hops) if t.name else full(whole(t), hops)
    return plain(t)


def shared(alias):
    """True for a name that stands for another type elsewhere: C++'s template aliases leave out of
    what they are made."""
    target = str(alias.target())
    return aliases.setdefault(alias.name, target) != target


def faint(t):
    """A type that is named but not followed."""
    if t.code in INTO or t.code in (gdb.TYPE_CODE_TYPEDEF, gdb.TYPE_CODE_ENUM):
        return {"k": "ref", "n": key(t) or "?"}
    return plain(t)


def below_zero(t):
    # gdb does not compare numbers of more than 8 bytes, C's "__int128 unsigned" and Rust's u128.
    return not re.match(r"u|.*unsigned", t.name or "") if t.sizeof > 8 else bool(gdb.Value(-1).cast(t) < 0)


def plain(t):
    if t.code in CODES:
        # A name such as "unsigned char" is the debug information's; the sign is asked of gdb.
        signed = CODES[t.code] == "int" and below_zero(t)
        return {"k": CODES[t.code], "n": t.name or "?", "s": t.sizeof, "u": not signed}
    if t.code == gdb.TYPE_CODE_FUNC:
        return {"k": "code"}
    if t.code == gdb.TYPE_CODE_VOID:
        return {"k": "void"}
    return {"k": "other", "n": str(t)[:80], "s": t.sizeof}


def full(t, hops):
    if t.code == gdb.TYPE_CODE_TYPEDEF:
        return {"k": "alias", "t": short(t.target(), hops)}
    if t.code == gdb.TYPE_CODE_ENUM:
        constants = [[f.name, f.enumval] for f in t.fields()]
        return {"k": "enum", "s": t.sizeof, "c": constants}
    members = []
    for f in t.fields():
        # Static members and virtual bases have no place of their own.
        if hasattr(f, "bitpos") and f.type is not None:
            # What C++ inherits is reached by its own name, as what lies in an unnamed structure.
            # What tells the variants of an enum of Rust's apart has no name of its own.
            name = "" if f.is_base_class else f.name or ("__tag" if f.artificial else "")
            members.append([name, f.bitpos, f.bitsize, short(f.type, hops)])
    return {"k": INTO.get(t.code, "struct"), "s": t.sizeof, "m": members}


def symbol(name):
    for look in (gdb.lookup_global_symbol, gdb.lookup_static_symbol):
        try:
            found = look(name)
        except gdb.error:
            found = None
        # A typedef's name is found among the variables, too.
        if found is not None and found.type is not None and found.addr_class != gdb.SYMBOL_LOC_TYPEDEF:
            return found.type
    return None


symbols = {}
for name in WANTED["symbols"]:
    t = symbol(name)
    if t is not None:
        symbols[name] = short(t, WANTED["hops"])
for name in WANTED["types"]:
    try:
        short(gdb.lookup_type(name), WANTED["hops"])
    except gdb.error:
        pass
while waiting:
    k, t, hops = waiting.pop(0)
    if sum(1 for v in known.values() if v is not None) >= WANTED["most"]:
        cut = True
        break
    known[k] = full(whole(t), hops)
text = json.dumps({"types": {k: v for k, v in known.items() if v is not None}, "symbols": symbols, "cut": cut})
print("\n" + WANTED["mark"] + text + WANTED["mark"], flush=True)
