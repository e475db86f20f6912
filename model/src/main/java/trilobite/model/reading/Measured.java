// SPDX-License-Identifier: Apache-2.0
package trilobite.model.reading;

import java.util.Optional;
import java.util.function.Function;

/// Either a [Reading] or the reason why there is none; never a guess.
public sealed interface Measured<T> {

  /// A value was read.
  record Known<T>(Reading<T> reading) implements Measured<T> {}

  /// Nothing could be read, and this is why.
  record Unknown<T>(Unread reason) implements Measured<T> {}

  static <T> Measured<T> of(Reading<T> reading) {
    return new Known<>(reading);
  }

  static <T> Measured<T> unknown(String why) {
    return new Unknown<>(new Unread(why, false));
  }

  /// Nothing could be read yet; asking again in a moment may help.
  static <T> Measured<T> soon(String why) {
    return new Unknown<>(new Unread(why, true));
  }

  /// The value alone, for places that show the provenance elsewhere.
  default Optional<T> value() {
    return switch (this) {
      case Known<T>(var reading) -> Optional.of(reading.value());
      case Unknown<T> unknown -> Optional.empty();
    };
  }

  /// Applies `derive` to a known value and keeps its provenance.
  default <R> Measured<R> map(Function<? super T, ? extends R> derive) {
    return switch (this) {
      case Known<T>(var reading) -> new Known<>(reading.map(derive));
      case Unknown<T>(var reason) -> new Unknown<>(reason);
    };
  }
}
