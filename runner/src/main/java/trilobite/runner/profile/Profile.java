// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What is known of one kind of kernel. Schema version 1.
///
/// @param symbols an image that has all of them is of this kind; empty for none
/// @param identity true where RAM is mapped one to one, so that no page walk is needed
/// @param moves where a kernel goes that moves itself at boot; empty where it stays as linked
/// @param panic lines that mean a panic
/// @param allocators whose blocks can be found
/// @param containers of the kernel's structures
/// @param threads what its threads' records mean; empty where none is known
/// @param sync what it makes of a network stack's mailboxes; empty where that is not known
/// @param stack the network stack in it; empty where none is known
/// @param guide what it says in words
/// @param origin the file it was read from
public record Profile(
    String name,
    String title,
    Set<String> symbols,
    boolean identity,
    Optional<Moves> moves,
    List<Phrase> panic,
    List<HeapLayout> heaps,
    List<AllocatorLayout> allocators,
    List<Container> containers,
    Optional<ThreadLayout> threads,
    Optional<SyncLayout> sync,
    Optional<StackLayout> stack,
    Guide guide,
    String origin) {

  /// A profile that says nothing in words.
  public Profile(
      String name,
      String title,
      Set<String> symbols,
      boolean identity,
      List<Phrase> panic,
      List<HeapLayout> heaps,
      List<Container> containers,
      Optional<ThreadLayout> threads,
      Optional<SyncLayout> sync,
      Optional<StackLayout> stack,
      String origin) {
    this(
        name,
        title,
        symbols,
        identity,
        Optional.empty(),
        panic,
        heaps,
        List.of(),
        containers,
        threads,
        sync,
        stack,
        Guide.NONE,
        origin);
  }

  /// Virtual addresses between which a kernel moves itself.
  ///
  /// @param to exclusive; both are seen as unsigned
  /// @param step a power of two of which its address is a multiple
  public record Moves(long from, long to, long step) {

    /// To any page.
    public Moves(long from, long to) {
      this(from, to, 4096);
    }

    /// True for an address at which it may begin.
    public boolean may(long address) {
      return Long.compareUnsigned(address, from) >= 0
          && Long.compareUnsigned(address, to) < 0
          && (address & (step - 1)) == 0;
    }
  }

  /// The only schema version there is.
  public static final int SCHEMA = 1;

  /// A kernel of which only its network stack is known.
  static Profile unknown(Profile stack) {
    return new Profile(
        stack.name,
        stack.title,
        Set.of(),
        false,
        Optional.empty(),
        List.of(),
        List.of(),
        stack.allocators,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        stack.stack,
        Guide.NONE,
        stack.origin);
  }

  /// This kernel's, with a network stack in it and the stack's own allocators.
  Profile with(Profile found) {
    return new Profile(
        name,
        title,
        symbols,
        identity,
        moves,
        panic,
        heaps,
        Stream.concat(allocators.stream(), found.allocators.stream()).toList(),
        containers,
        threads,
        sync,
        found.stack,
        guide,
        origin);
  }

  /// An allocator's own record of its figures: one structure at a symbol.
  ///
  /// @param size bytes of the structure
  /// @param expect what must stand in it for the rest to be believed
  /// @param rules what holds whenever no change is under way
  /// @param fields `total`, `used`, `peak` and `blocks`, and others that rules speak of
  public record HeapLayout(
      String name,
      String symbol,
      int size,
      List<Expect> expect,
      List<Rule> rules,
      Map<String, Field> fields) {}

  /// An unsigned little-endian number.
  public record Field(int offset, int width) {}

  /// A number that must be there, such as a magic.
  public record Expect(String what, Field field, long value) {}
}
