// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.value;

import trilobite.model.type.Type;
import trilobite.model.type.Type.Array;
import trilobite.model.type.Type.Pointer;

/// Types as C spells them, for messages.
public final class Spelling {

  private static final int MOST_DEPTH = 8;

  private Spelling() {}

  public static String of(Type type) {
    return of(type, MOST_DEPTH);
  }

  private static String of(Type type, int depth) {
    return switch (type) {
      case Type.Int number -> number.name();
      case Type.Bool bool -> bool.name();
      case Type.Floating floating -> floating.name();
      case Pointer(var target, var size) -> depth == 0 ? "…*" : of(target, depth - 1) + " *";
      case Array(var element, var count) ->
          (depth == 0 ? "…" : of(element, depth - 1)) + "[" + count + "]";
      case Type.Ref(var name) -> name;
      case Type.Alias(var of) -> depth == 0 ? "…" : of(of, depth - 1);
      case Type.Struct struct -> struct.union() ? "union {…}" : "struct {…}";
      case Type.Enumeration ignored -> "enum {…}";
      case Type.Code ignored -> "function";
      case Type.Nothing ignored -> "void";
      case Type.Other other -> other.name();
    };
  }
}
