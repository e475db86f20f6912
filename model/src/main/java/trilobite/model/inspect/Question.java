// SPDX-License-Identifier: Apache-2.0
package trilobite.model.inspect;

import java.util.OptionalLong;

/// Something to ask of a guest, through [trilobite.model.guest.Eyes#ask].
///
/// @param <A> the answer
public sealed interface Question<A> {

  /// The answer's own type.
  Class<A> answer();

  /// What is the value of a C expression?
  record Print(String expression) implements Question<Printed> {
    @Override
    public Class<Printed> answer() {
      return Printed.class;
    }
  }

  /// What are the bytes at a place?
  ///
  /// @param place a C expression whose value is the address
  /// @param physical true for an address of the machine's rather than the kernel's
  /// @param length bytes; empty for as many as the thing at the place has, or some lines
  record Dump(String place, OptionalLong length, boolean physical) implements Question<Bytes> {
    @Override
    public Class<Bytes> answer() {
      return Bytes.class;
    }
  }

  /// Where in the memory that the guest has touched does something stand?
  ///
  /// @param what bytes in hex such as `de ad be ef`, a `"text"`, or `&` and a C expression for
  ///   pointers to that
  /// @param from physical address to begin at; an answer says where to go on
  record Find(String what, long from) implements Question<Finds> {
    @Override
    public Class<Finds> answer() {
      return Finds.class;
    }
  }

  /// Through which functions has a thread come to where it is?
  ///
  /// @param thread number or name of the thread; empty for the running one
  /// @param exact true to pause the guest for the moment of reading
  record Stack(String thread, boolean exact) implements Question<Backtrace> {
    @Override
    public Class<Backtrace> answer() {
      return Backtrace.class;
    }
  }
}
