// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.debug;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/// Which types to ask for. What they are made of comes along.
///
/// @param types such as `struct thread`
/// @param symbols variables whose types are wanted
public record Wanted(SortedSet<String> types, SortedSet<String> symbols) {

  private static final Pattern NAME = Pattern.compile("[\\w:<>, *&.$]{1,400}");

  /// Names that no program can have are left out: they come from profiles and from people.
  public static Wanted of(Collection<String> types, Collection<String> symbols) {
    return new Wanted(names(types), names(symbols));
  }

  private static SortedSet<String> names(Collection<String> all) {
    var names = new TreeSet<String>();
    all.stream().filter(name -> NAME.matcher(name).matches()).forEach(names::add);
    return names;
  }

  /// Short and equal for equal questions, fit for a file name.
  String digest() {
    var sum = new CRC32C();
    sum.update((types + "|" + symbols).getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }
}
