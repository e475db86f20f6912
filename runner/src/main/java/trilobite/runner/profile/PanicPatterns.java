// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import trilobite.model.console.LinePattern;

/// What a panic, and a halt on purpose, look like on the console of a project's guest.
public final class PanicPatterns {

  private final Supplier<Profiles> profiles;

  /// @param profiles asked at each start
  public PanicPatterns(Supplier<Profiles> profiles) {
    this.profiles = profiles;
  }

  /// The patterns of the profile of that name. While it is `auto` the guest is not known before it
  /// has started, so the patterns of all profiles count; each is written so that only its own
  /// kernel's lines fit.
  public List<LinePattern> of(String profile) {
    return of(profile, Profile::panic);
  }

  /// The lines with which such a kernel says that it has halted on purpose. They count only where
  /// it then stands still, so that a word of an application's ends nothing.
  public List<LinePattern> ends(String profile) {
    return of(profile, each -> each.guide().ends());
  }

  private List<LinePattern> of(String profile, Function<Profile, List<Phrase>> phrases) {
    var known = profiles.get();
    var chosen =
        profile.equals("auto") ? known.all() : known.named(profile).map(List::of).orElse(List.of());
    return chosen.stream()
        .flatMap(each -> phrases.apply(each).stream())
        .flatMap(PanicPatterns::compile)
        .toList();
  }

  private static Stream<LinePattern> compile(Phrase phrase) {
    try {
      return Stream.of(
          phrase.regex()
              ? LinePattern.regex(phrase.text(), true)
              : LinePattern.text(phrase.text(), true));
    } catch (PatternSyntaxException e) {
      // The profile's own check tells it; a run goes on without this line.
      return Stream.empty();
    }
  }
}
