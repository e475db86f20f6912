// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a process has mapped that may be guest RAM: writable, by `/proc/PID/maps`.
record Mappings(List<Mapping> all) {

  private static final int MOST = 65_536;
  private static final long MOST_MORE = 64L << 20;
  private static final Pattern LINE =
      Pattern.compile(
          "([0-9a-f]{1,16})-([0-9a-f]{1,16}) rw.([ps]) ([0-9a-f]{1,16}) \\S+ (\\d+)\\s*(.*)");

  /// @param offset in the file
  /// @param file empty for memory without one
  record Mapping(long start, long end, boolean shared, long offset, String inode, String file) {
    long size() {
      return end - start;
    }

    /// True where no file is behind it that had a name: shared memory of that kind is shown as
    /// `/dev/zero (deleted)`.
    boolean anonymous() {
      return file.isEmpty() || file.equals("/dev/zero (deleted)");
    }
  }

  /// @throws IOException where this user may not see them
  static Mappings of(HostProcess process) throws IOException {
    try (var lines = Files.lines(process.folder().resolve("maps"), StandardCharsets.ISO_8859_1)) {
      return new Mappings(
          lines
              .limit(MOST)
              .map(LINE::matcher)
              .filter(m -> m.matches())
              .map(Mappings::one)
              .toList());
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Mapping one(java.util.regex.Matcher line) {
    return new Mapping(
        Long.parseUnsignedLong(line.group(1), 16),
        Long.parseUnsignedLong(line.group(2), 16),
        line.group(3).equals("s"),
        Long.parseUnsignedLong(line.group(4), 16),
        line.group(5),
        line.group(6));
  }

  /// The only one of that size; else the only one that is shared without a file and a little
  /// larger, as solo5-hvt's is.
  ///
  /// @throws IOException where there is none, or more than one
  Mapping ofSize(long size) throws IOException {
    var exact = all.stream().filter(each -> each.size() == size).toList();
    var fitting =
        exact.isEmpty()
            ? all.stream()
                .filter(each -> each.anonymous() && each.shared())
                .filter(each -> each.size() > size && each.size() - size <= MOST_MORE)
                .toList()
            : exact;
    if (fitting.size() != 1) {
      throw new IOException(
          fitting.isEmpty()
              ? "none of its mappings has the size of the guest's RAM, %d bytes".formatted(size)
              : "%d of its mappings have the size of the guest's RAM; QMP tells which one it is"
                  .formatted(fitting.size()));
    }
    return fitting.getFirst();
  }

  Optional<Mapping> at(long address) {
    return all.stream().filter(m -> address >= m.start() && address < m.end()).findFirst();
  }

  /// The file behind a shared mapping, where this user can open it: by its path, or, where it has
  /// none any more, by a descriptor of the process.
  static Optional<Path> file(HostProcess process, Mapping mapping) {
    if (!mapping.shared()) {
      return Optional.empty();
    }
    var path = Path.of(mapping.file().startsWith("/") ? mapping.file() : "/");
    if (Files.isRegularFile(path) && Files.isReadable(path)) {
      return Optional.of(path);
    }
    try (var descriptors = Files.list(process.folder().resolve("fd"))) {
      return descriptors.filter(each -> same(each, mapping.inode())).findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean same(Path descriptor, String inode) {
    try {
      return Files.isReadable(descriptor)
          && String.valueOf(Files.getAttribute(descriptor, "unix:ino")).equals(inode);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
