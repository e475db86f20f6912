// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.fit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import trilobite.model.inspect.ProfileFit;
import trilobite.model.port.ProfileChecks;
import trilobite.model.type.Types;
import trilobite.runner.debug.GuestTypes;
import trilobite.runner.image.SymbolTable;
import trilobite.runner.kernel.Program;
import trilobite.runner.kernel.WantedTypes;
import trilobite.runner.profile.Profile;
import trilobite.runner.profile.Profiles;

/// Holds the profiles of this user to images.
public final class ImageChecks implements ProfileChecks {

  private static final int MOST_SHOWN = 3;

  private final Supplier<Profiles> profiles;
  private final GuestTypes types;

  public ImageChecks(Supplier<Profiles> profiles, GuestTypes types) {
    this.profiles = profiles;
    this.types = types;
  }

  @Override
  public List<ProfileFit> check(Path image, String name) throws IOException {
    var all = profiles.get();
    if (!all.problems().isEmpty() && name.isEmpty()) {
      // A profile that cannot be read is the first thing its writer must know.
      throw new IOException(String.join("; ", all.problems()));
    }
    var symbols = SymbolTable.read(image);
    var fits = new ArrayList<ProfileFit>();
    for (var profile : chosen(all, symbols, name)) {
      fits.add(fit(image, symbols, profile));
    }
    return List.copyOf(fits);
  }

  private static List<Profile> chosen(Profiles all, SymbolTable symbols, String name)
      throws IOException {
    if (!name.isEmpty()) {
      return List.of(
          all.named(name)
              .orElseThrow(() -> new IOException("there is no OS profile named " + name)));
    }
    var found = all.of(symbols).map(profile -> all.combined(profile, symbols));
    if (found.isPresent()) {
      return List.of(found.get());
    }
    return all.all().stream()
        .filter(profile -> missing(profile, symbols) < profile.symbols().size())
        .sorted(Comparator.comparingLong(profile -> missing(profile, symbols)))
        .limit(MOST_SHOWN)
        .toList();
  }

  private static long missing(Profile profile, SymbolTable symbols) {
    return profile.symbols().stream().filter(name -> symbols.find(name).isEmpty()).count();
  }

  private ProfileFit fit(Path image, SymbolTable symbols, Profile profile) {
    Types found;
    var why = "";
    try {
      found = types.of(image, List.of(), WantedTypes.of(profile));
    } catch (IOException e) {
      found = Types.none();
      why = String.valueOf(e.getMessage());
    }
    var entries = new Entries(Program.of(symbols, found), profile, why.isEmpty()).all();
    return new ProfileFit(
        profile.name(),
        !profile.symbols().isEmpty() && missing(profile, symbols) == 0,
        why,
        entries);
  }
}
