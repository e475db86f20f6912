// SPDX-License-Identifier: Apache-2.0
package trilobite.model.wrap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// A QEMU command line, read as QEMU reads it: options with one or two dashes, most of them with a
/// word behind them, and bare words, which are disk images. The same words come out again.
///
/// @param options in the order of the line, without the program
public record QemuLine(List<Option> options) {

  /// The options without a value. Source: `qemu-options.hx` of QEMU 7.2 to 10.0, what is `DEF(…, 0,
  /// …)` there, and those that older versions had.
  private static final Set<String> BARE =
      Set.of(
          "h help version audio-help snapshot no-fd-bootchk no-acpi no-hpet win2k-hack portrait"
              .concat(" nographic curses sdl full-screen alt-grab ctrl-grab no-frame no-quit usb")
              .concat(" nodefaults no-user-config nouserconfig S s singlestep one-insn-per-tb")
              .concat(" daemonize enable-kvm no-kvm enable-hax mem-prealloc no-reboot no-shutdown")
              .concat(" only-migratable preconfig enable-fips enable-sync-profile async-teardown")
              .concat(" semihosting old-param xen-attach xen-domid-restrict")
              .split(" "));

  /// One option of a line.
  ///
  /// @param flag as written, such as `-m` or `--m`; empty for a bare word
  /// @param value the word behind it
  public record Option(String flag, Optional<String> value) {

    public static Option of(String flag, String value) {
      return new Option(flag, Optional.of(value));
    }

    /// The option's name without its dashes.
    public String name() {
      return flag.startsWith("--") ? flag.substring(2) : flag.isEmpty() ? "" : flag.substring(1);
    }

    /// Its value, or nothing.
    public String text() {
      return value.orElse("");
    }

    List<String> words() {
      return Stream.concat(Stream.of(flag).filter(f -> !f.isEmpty()), value.stream()).toList();
    }
  }

  /// Reads the words behind the program.
  public static QemuLine of(List<String> words) {
    var options = new ArrayList<Option>();
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      if (!word.startsWith("-") || word.length() == 1) {
        options.add(new Option("", Optional.of(word)));
      } else if (BARE.contains(new Option(word, Optional.empty()).name())
          || i + 1 == words.size()) {
        options.add(new Option(word, Optional.empty()));
      } else {
        options.add(Option.of(word, words.get(++i)));
      }
    }
    return new QemuLine(List.copyOf(options));
  }

  public List<String> words() {
    return options.stream().flatMap(option -> option.words().stream()).toList();
  }

  /// Every option that has one of these names, in order.
  public List<Option> all(String... names) {
    var wanted = Arrays.asList(names);
    return options.stream().filter(option -> wanted.contains(option.name())).toList();
  }

  public boolean has(String... names) {
    return !all(names).isEmpty();
  }

  /// The value that counts where an option is given more than once.
  public Optional<String> last(String... names) {
    var found = all(names);
    return found.isEmpty() ? Optional.empty() : found.getLast().value();
  }

  /// True where QEMU is asked something and starts no guest: for its version, or for a list.
  public boolean question() {
    return has("h", "help", "version", "audio-help")
        || options.stream().anyMatch(option -> !option.flag().isEmpty() && asks(option.text()))
        || machine().get("type").filter("none"::equals).isPresent();
  }

  private static boolean asks(String value) {
    return value.equals("help")
        || value.equals("?")
        || value.startsWith("help,")
        || value.endsWith(",help")
        || value.endsWith(",?");
  }

  /// True where QEMU makes user networking by itself, and a card where the machine has one:
  /// `default_net` in `softmmu/vl.c` of QEMU 7.2.
  boolean ownNetwork() {
    return !has("nodefaults", "netdev", "nic", "net");
  }

  /// Bytes of RAM at start by all `-m` together, 128 MiB without one; empty where that is no
  /// amount.
  public OptionalLong memory() {
    return memorySize().map(QemuSize::bytes).orElse(OptionalLong.of(128L << 20));
  }

  Optional<String> memorySize() {
    return all("m").stream()
        .map(option -> QemuProperties.of(option.text(), "size"))
        .reduce(QemuProperties.NONE, QemuProperties::with)
        .get("size");
  }

  /// The accelerator that is asked for, or several with colons between; empty for QEMU's choice.
  public Optional<String> accelerator() {
    return last("accel")
        .flatMap(text -> QemuProperties.of(text, "accel").get("accel"))
        .or(() -> machine().get("accel"))
        .or(() -> has("enable-kvm") ? Optional.of("kvm") : Optional.empty());
  }

  /// What all `-machine` and `-M` say together.
  public QemuProperties machine() {
    return all("machine", "M").stream()
        .map(option -> QemuProperties.of(option.text(), "type"))
        .reduce(QemuProperties.NONE, QemuProperties::with);
  }
}
