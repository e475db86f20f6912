// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import trilobite.model.type.Type;
import trilobite.model.type.Type.Array;
import trilobite.model.type.Type.Pointer;
import trilobite.model.type.Type.Struct;
import trilobite.model.type.Types;

/// Turns `threads.first->next[3].name` into a [Route]. `.` and `->` mean the same, since the debug
/// information knows what is a pointer; `[0]` alone follows a pointer to a single thing. `as struct
/// pool` takes what lies there for something else, for room that a structure leaves to others; a
/// name with more than words in it stands in quotes: `as 'std::pair<int, void*>'`. An index may be
/// a constant of an enum, since those differ from build to build: `stat[enum
/// zone_stat_item.NR_FREE]`.
public final class RouteParser {

  private static final int MOST_STEPS = 32;
  private static final long MOST_INDEX = 999_999_999;
  private static final Pattern STEP =
      Pattern.compile(
          "\\s*(?:as\\s+(?:'([^']{1,400})'|((?:(?:struct|union)\\s+)?[A-Za-z_$][\\w$]*))|(?:\\.|->)?\\s*([A-Za-z_$][\\w$]*)"
              + "|\\[\\s*(?:(\\d{1,9})|((?:enum\\s+)?[A-Za-z_$][\\w$:]*)\\.([A-Za-z_$][\\w$]*))\\s*])\\s*");

  private final Types types;
  private final List<Long> offsets = new ArrayList<>(List.of(0L));
  private Type type;
  private long bit;
  private int bits;

  private RouteParser(Types types, Type from) {
    this.types = types;
    this.type = from;
  }

  /// @param from type of what lies at the start
  /// @param text members and indices; empty for the start itself
  /// @throws PathException where the types have no such member
  public static Route compile(Types types, Type from, String text) throws PathException {
    var path = new RouteParser(types, from);
    var steps = STEP.matcher(text);
    var at = 0;
    for (int count = 0; at < text.length(); count++) {
      if (count == MOST_STEPS || !steps.find(at) || steps.start() != at) {
        throw new PathException(
            "\"%s\" is no path, from \"%s\" on".formatted(text, text.substring(at)));
      }
      path.step(steps);
      at = steps.end();
    }
    return new Route(List.copyOf(path.offsets), path.type, (int) path.bit, path.bits);
  }

  private void step(MatchResult step) throws PathException {
    var name = cast(step);
    if (name != null) {
      as(name);
    } else if (step.group(3) != null) {
      member(step.group(3));
    } else if (step.group(4) != null) {
      index(Long.parseLong(step.group(4)));
    } else {
      index(constant(step.group(5), step.group(6)));
    }
  }

  private long constant(String of, String name) throws PathException {
    var type =
        types.find(of).orElseThrow(() -> new PathException("the debug information knows no " + of));
    if (!(types.resolve(type) instanceof Type.Enumeration all)) {
      throw new PathException(of + " is no enum");
    }
    return all.constants().stream()
        .filter(constant -> constant.name().equals(name))
        .map(Type.Constant::value)
        .filter(value -> value >= 0 && value <= MOST_INDEX)
        .findFirst()
        .orElseThrow(() -> new PathException("%s has no index %s".formatted(of, name)));
  }

  private void as(String name) throws PathException {
    type =
        types
            .find(name)
            .orElseThrow(() -> new PathException("the debug information knows no " + name));
    bits = 0;
    bit = 0;
  }

  /// Types that a path takes things for.
  public static List<String> casts(String text) {
    return STEP.matcher(text).results().flatMap(step -> Stream.ofNullable(cast(step))).toList();
  }

  /// Enums whose constants a path has for indices.
  public static List<String> enums(String text) {
    return STEP.matcher(text).results().flatMap(s -> Stream.ofNullable(s.group(5))).toList();
  }

  private static @Nullable String cast(MatchResult step) {
    return step.group(1) != null ? step.group(1) : step.group(2);
  }

  private void member(String name) throws PathException {
    if (types.resolve(type) instanceof Pointer(var target, var size)) {
      follow(target);
    }
    if (!(types.resolve(type) instanceof Struct struct)) {
      throw new PathException("%s has no members, so no %s".formatted(Spelling.of(type), name));
    }
    var member =
        types
            .member(struct, name)
            .orElseThrow(
                () -> new PathException("%s has no member %s".formatted(Spelling.of(type), name)));
    bits = member.bits();
    bit = bits == 0 ? 0 : member.bit() % Byte.SIZE;
    on(member.bit() / Byte.SIZE);
    type = member.type();
  }

  private void index(long index) throws PathException {
    switch (types.resolve(type)) {
      case Array(var element, var count) -> element(element, index);
      case Pointer(var target, var size) -> {
        follow(target);
        element(target, index);
      }
      case Type other -> throw new PathException(Spelling.of(type) + " is no array and no pointer");
    }
  }

  private void element(Type element, long index) throws PathException {
    var size = types.size(element);
    if (size == 0 && index != 0) {
      throw new PathException("the size of " + Spelling.of(element) + " is unknown");
    }
    on(size * index);
    type = element;
  }

  private void follow(Type target) {
    offsets.add(0L);
    type = target;
  }

  private void on(long bytes) {
    offsets.set(offsets.size() - 1, offsets.getLast() + bytes);
  }
}
