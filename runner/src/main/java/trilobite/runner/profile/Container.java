// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

import java.util.List;

/// A container of a kernel's: where it begins and how it is walked.
///
/// @param start a variable, or a path from one such as `sched.threads`
public record Container(String name, String start, Walking walking) {

  /// How to get from the begin to the elements, in the names of the debug information.
  public sealed interface Walking {

    /// Type of the elements, such as `struct thread`.
    String of();

    /// Elements that point at the next; the last at nothing.
    ///
    /// @param first path to the pointer to the first element; empty where the begin is that pointer
    /// @param next path to the pointer to the next element
    record Linked(String of, String first, String next) implements Walking {}

    /// A circle of nodes inside their elements, with a head.
    ///
    /// @param prev empty for nodes with no way back
    record ListHead(String of, String link, String next, String prev) implements Walking {}

    /// Nodes inside their elements, the last of which points at nothing.
    ///
    /// @param first path to the pointer to the first node, from the container's begin
    record NodeList(String of, String first, String link, String next) implements Walking {}

    /// Elements, or pointers to them, side by side.
    ///
    /// @param count how many; 0 for as many as the variable's type says
    record Array(String of, long count, boolean pointers) implements Walking {}

    /// A pointer to elements side by side, and their count or end.
    ///
    /// @param more elements than the count says, as where a mask stands for it
    /// @param link path in an element to what the pointers point at; empty for its begin
    record Vector(String of, String data, String end, boolean pointers, long more, String link)
        implements Walking {}

    /// A binary tree of nodes inside their elements.
    ///
    /// @param tags low bits of the tree's pointers that are no address
    record Tree(String of, String link, String root, String left, String right, long tags)
        implements Walking {}

    /// A B-tree such as Rust's `BTreeMap`.
    ///
    /// @param root path to the pointer to the topmost node
    /// @param height path to the number of levels above the leaves
    /// @param leaf type of a leaf
    /// @param inner type of an inner node, which begins with a leaf
    /// @param values path to the values in a leaf
    record BTree(
        String of,
        String root,
        String height,
        String leaf,
        String inner,
        String length,
        String values,
        String edges)
        implements Walking {}

    /// Containers side by side, such as the buckets of a hash map.
    ///
    /// @param at path to them from the begin; empty where they are the begin
    record Buckets(String at, long count, Walking each) implements Walking {
      @Override
      public String of() {
        return each.of();
      }
    }

    /// One container for each CPU.
    ///
    /// @param offsets variable with the table of offsets
    record PerCpu(String offsets, long cpus, Walking each) implements Walking {
      @Override
      public String of() {
        return each.of();
      }
    }

    /// A container in each element of another one.
    ///
    /// @param outer that other one
    /// @param path from its element to the inner one
    /// @param each the inner one
    record Nested(Walking outer, String path, Walking each) implements Walking {
      @Override
      public String of() {
        return each.of();
      }
    }

    /// Elements behind pointers in another container's.
    ///
    /// @param path from the other's element to this one's
    record Through(String of, Walking slots, String path) implements Walking {}

    /// Several containers as one, whose elements are of one type.
    record Joined(String of, List<Part> parts) implements Walking {

      /// @param at path to it from the common begin
      public record Part(String at, Walking each) {}
    }

    /// Walkings that need no other have none inside.
    default List<Walking> inside() {
      return switch (this) {
        case Buckets buckets -> List.of(buckets.each());
        case PerCpu cpus -> List.of(cpus.each());
        case Through through -> List.of(through.slots());
        case Nested nested -> List.of(nested.outer(), nested.each());
        case Joined joined -> joined.parts().stream().map(Joined.Part::each).toList();
        case Linked ignored -> List.of();
        case ListHead ignored -> List.of();
        case NodeList ignored -> List.of();
        case Array ignored -> List.of();
        case Vector ignored -> List.of();
        case Tree ignored -> List.of();
        case BTree ignored -> List.of();
      };
    }
  }
}
