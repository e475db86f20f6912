// SPDX-License-Identifier: Apache-2.0

import org.jspecify.annotations.NullMarked;

/// The nouns and ports that all parts of Trilobite share: records, sealed types, pure rules and the
/// interfaces through which the rest meets. Knows the JDK only; does no I/O and starts no thread.
@NullMarked
module trilobite.model {
  requires static transitive org.jspecify;
}
