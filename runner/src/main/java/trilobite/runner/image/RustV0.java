// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a name of Rust's newer kind, `_R…`, as far as it is a path of modules, types and what
/// stands in them. Layout: Rust's RFC 2603, "Syntax of mangled names". Closures, generic arguments
/// and names that are not ASCII are not read.
final class RustV0 {

  private static final int MOST_STEPS = 200;
  private static final int MOST_DEPTH = 16;
  private static final int BASE = 62;
  private static final long MOST_NUMBER = 1L << 40;

  private final String text;
  private int at;
  private int steps;

  private RustV0(String text) {
    this.text = text;
  }

  /// The path; empty where the name is of another kind.
  static Optional<String> path(String name) {
    if (!name.startsWith("_R")) {
      return Optional.empty();
    }
    try {
      var reader = new RustV0(name.substring(2));
      var words = reader.path(0);
      // Behind the path: nothing, the crate that it was made for, or what a linker or objcopy
      // added.
      boolean whole = reader.end() || ".$C".indexOf(reader.text.charAt(reader.at)) >= 0;
      return whole && words.size() > 1 ? Optional.of(String.join("::", words)) : Optional.empty();
    } catch (NotPlain e) {
      return Optional.empty();
    }
  }

  private static final class NotPlain extends Exception {
    private static final long serialVersionUID = 1;
  }

  private List<String> path(int depth) throws NotPlain {
    if (depth > MOST_DEPTH || ++steps > MOST_STEPS) {
      throw new NotPlain();
    }
    return switch (next()) {
      case 'C' -> new ArrayList<>(List.of(word()));
      case 'N' -> {
        // Namespaces in capitals are closures and shims, which have no name.
        char space = next();
        if (space < 'a' || space > 'z') {
          throw new NotPlain();
        }
        var words = path(depth + 1);
        words.add(word());
        yield words;
      }
      case 'M' -> {
        // Where the impl stands says less than the type that it is for.
        disambiguator();
        path(depth + 1);
        yield type(depth + 1);
      }
      case 'X' -> {
        // What implements the trait says more than the trait.
        disambiguator();
        path(depth + 1);
        var words = type(depth + 1);
        path(depth + 1);
        yield words;
      }
      case 'B' -> {
        int here = at - 1;
        long back = number();
        if (back >= here) {
          throw new NotPlain();
        }
        int after = at;
        at = (int) back;
        var words = path(depth + 1);
        at = after;
        yield words;
      }
      default -> throw new NotPlain();
    };
  }

  /// A type with a path, or a reference or a pointer to one.
  private List<String> type(int depth) throws NotPlain {
    while (!end() && "QROP".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return path(depth);
  }

  private String word() throws NotPlain {
    disambiguator();
    int length = 0;
    int begin = at;
    while (!end() && text.charAt(at) >= '0' && text.charAt(at) <= '9' && at - begin < 5) {
      length = length * 10 + next() - '0';
    }
    if (at > begin && !end() && text.charAt(at) == '_') {
      at++;
    }
    if (length == 0 || length > text.length() - at) {
      throw new NotPlain();
    }
    at += length;
    return text.substring(at - length, at);
  }

  private void disambiguator() throws NotPlain {
    if (!end() && text.charAt(at) == 's') {
      at++;
      number();
    }
  }

  /// In base 62, up to a `_`; none at all is 0, and others count from 1.
  private long number() throws NotPlain {
    long value = 0;
    int digits = 0;
    for (char c = next(); c != '_'; c = next()) {
      int digit = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".indexOf(c);
      if (digit < 0) {
        throw new NotPlain();
      }
      // A crate's hash may have more bits than a number; places in a name are small.
      value = Math.min(value * BASE + digit, MOST_NUMBER);
      digits++;
    }
    return digits == 0 ? 0 : value + 1;
  }

  private char next() throws NotPlain {
    if (end()) {
      throw new NotPlain();
    }
    return text.charAt(at++);
  }

  private boolean end() {
    return at >= text.length();
  }
}
