// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.identify;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A kind of kernel or program: how an image of it is told from others, and how it likes to boot.
/// All of it is data, see `profiles.md` of the documentation.
///
/// @param name of its OS profile, or of a program that has none
/// @param profile true where there is an OS profile of that name
/// @param title for people
/// @param marks texts in the image, any of which speaks for it
/// @param symbols names of functions and variables, all of which speak for it
/// @param notes owners of ELF notes, any of which speaks for it
/// @param on names of kinds that it stands on; where both fit, it is this one on that one
public record Kind(
    String name,
    boolean profile,
    String title,
    List<Mark> marks,
    Set<String> symbols,
    List<String> notes,
    List<String> on,
    Boot boot) {

  /// A text in an image.
  ///
  /// @param text as it stands there
  /// @param version finds the version, group 1, in the line from a little before the text on
  public record Mark(String text, Optional<Pattern> version) {}

  /// How such a guest likes to boot.
  ///
  /// @param append a command line that makes it talk
  /// @param needs why it boots with something else only, as the end of a sentence
  /// @param ready what its console says once it is up
  public record Boot(
      Optional<String> machine,
      Optional<String> memory,
      String append,
      Optional<String> needs,
      Optional<String> ready) {

    /// Nothing is known.
    public static final Boot NONE =
        new Boot(Optional.empty(), Optional.empty(), "", Optional.empty(), Optional.empty());
  }
}
