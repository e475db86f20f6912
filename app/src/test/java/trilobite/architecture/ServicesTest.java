// SPDX-License-Identifier: Apache-2.0
package trilobite.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The application runs from the class path, where only META-INF/services counts, and is compiled
/// as modules, where only `provides` does: the two must say the same.
final class ServicesTest {

  @Test
  void bothListsNameTheSameProviders() throws IOException {
    List<URL> modules =
        Collections.list(getClass().getClassLoader().getResources("module-info.class"));
    List<String> seen =
        modules.stream()
            .flatMap(
                url -> {
                  ModuleDescriptor module = read(url);
                  if (!module.name().startsWith("trilobite.")) {
                    return Stream.empty();
                  }
                  assertThat(listed(url, module))
                      .as("META-INF/services of %s", module.name())
                      .isEqualTo(provided(module));
                  return Stream.of(module.name());
                })
            .toList();
    assertThat(seen)
        .contains("trilobite.model", "trilobite.runner", "trilobite.ui", "trilobite.app");
  }

  @Test
  void aProviderMissingFromOneListIsSeen() {
    ModuleDescriptor module =
        ModuleDescriptor.newModule("planted")
            .provides("p.Panel", List.of("p.a.A", "p.b.B"))
            .build();
    assertThat(provided(module)).isNotEqualTo(Map.of("p.Panel", Set.of("p.a.A")));
    assertThat(provided(module)).isEqualTo(Map.of("p.Panel", Set.of("p.a.A", "p.b.B")));
  }

  @Test
  void commentsAndBlankLinesOfAServicesFileAreNoProviders() {
    assertThat(names("# panels\n\np.a.A # first\np.b.B\n")).containsExactly("p.a.A", "p.b.B");
  }

  private static Map<String, Set<String>> provided(ModuleDescriptor module) {
    Map<String, Set<String>> result = new TreeMap<>();
    module.provides().forEach(p -> result.put(p.service(), new TreeSet<>(p.providers())));
    return result;
  }

  /// The services files beside a module-info, for the services that any of our modules uses or that
  /// this one provides.
  private static Map<String, Set<String>> listed(URL moduleInfo, ModuleDescriptor module) {
    Map<String, Set<String>> result = new TreeMap<>();
    Set<String> services = new TreeSet<>(module.uses());
    module.provides().forEach(p -> services.add(p.service()));
    for (String service : services) {
      URI file =
          URI.create(
              moduleInfo.toString().replace("module-info.class", "META-INF/services/" + service));
      try (InputStream in = file.toURL().openStream()) {
        result.put(
            service, names(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)));
      } catch (IOException e) {
        // No such file: nothing is listed.
      }
    }
    return result;
  }

  private static Set<String> names(String text) {
    Set<String> result = new TreeSet<>();
    text.lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(l -> !l.isEmpty())
        .forEach(result::add);
    return result;
  }

  private static ModuleDescriptor read(URL url) {
    try (InputStream in = url.openStream()) {
      return ModuleDescriptor.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
