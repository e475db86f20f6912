// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.capture;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import org.jspecify.annotations.Nullable;
import trilobite.model.packet.Packet;

/// One pcapng file: any number of sections, each with its own byte order and cards. Packets of
/// other than Ethernet cards, and those without a time, are left out and told. Its lengths are not
/// trusted: indexing stops for good at the first that cannot be.
final class NgFile implements Records {

  private static final int CHUNK = 1 << 20;
  private static final int MOST = 50_000_000;
  private static final int MOST_CARDS = 1000;
  private static final int MOST_SECTIONS = 1000;

  private final RandomAccessFile file;
  private final Offsets offsets = new Offsets();
  private final List<Section> sections = new ArrayList<>();
  private long scanned;
  private long leftOut;
  private @Nullable String trouble;

  /// @param start where it begins in the file
  /// @param first index of its first packet
  private record Section(long start, int first, ByteOrder order, List<NgCard> cards) {}

  private NgFile(RandomAccessFile file) {
    this.file = file;
  }

  static NgFile open(Path path) throws IOException {
    return new NgFile(new RandomAccessFile(path.toFile(), "r"));
  }

  @Override
  public long first() {
    return 1;
  }

  @Override
  public long end() {
    return 1L + offsets.count();
  }

  @Override
  public Optional<String> trouble() {
    if (trouble == null && leftOut > 0) {
      return Optional.of("read without " + leftOut + " packets that are no Ethernet frames");
    }
    return Optional.ofNullable(trouble);
  }

  @Override
  public long rest() throws IOException {
    return file.length() - scanned;
  }

  @Override
  public void scan() throws IOException {
    long length = file.length();
    long before = -1;
    while (trouble == null && length - scanned >= NgBlock.LEAST && scanned != before) {
      before = scanned;
      scan(SomeBytes.of(file, scanned, CHUNK), length);
    }
  }

  /// Follows the blocks that begin in a chunk.
  private void scan(ByteBuffer chunk, long length) throws IOException {
    long start = scanned;
    int at = 0;
    while (trouble == null && chunk.limit() - at >= NgBlock.LEAST) {
      if (chunk.getInt(at) == NgBlock.SECTION && !begin(chunk, at)) {
        return;
      }
      if (sections.isEmpty()) {
        damage("it does not begin with a section");
        return;
      }
      chunk.order(sections.getLast().order());
      int size = chunk.getInt(at + 4);
      if (size < NgBlock.LEAST || size > NgBlock.LONGEST || size % 4 != 0) {
        damage("a block claims " + size + " bytes");
        return;
      }
      if (scanned + size > length) {
        return;
      }
      boolean whole = at + size <= chunk.limit();
      if (!whole && at > 0) {
        return;
      }
      if (whole ? chunk.getInt(at + size - 4) != size : behind(size) != size) {
        damage("a block's two lengths differ");
        return;
      }
      take(chunk, at, Math.min(size, chunk.limit() - at), size);
      scanned += size;
      at = (int) Math.min(scanned - start, chunk.limit());
    }
  }

  private int behind(int size) throws IOException {
    return SomeBytes.of(file, scanned + size - 4, 4).order(sections.getLast().order()).getInt(0);
  }

  /// A section begins; false where it is none.
  private boolean begin(ByteBuffer chunk, int at) {
    try {
      if (!sections.isEmpty() && sections.getLast().start() == scanned) {
        return true;
      }
      if (sections.size() == MOST_SECTIONS) {
        damage("only its first " + MOST_SECTIONS + " sections are read");
        return false;
      }
      sections.add(
          new Section(scanned, offsets.count(), NgBlock.order(chunk, at), new ArrayList<>()));
      return true;
    } catch (IllegalArgumentException e) {
      damage("a section has no byte order");
      return false;
    }
  }

  private void damage(String what) {
    trouble = "damaged at byte " + scanned + ": " + what;
  }

  /// @param here bytes of the block that the chunk has
  private void take(ByteBuffer chunk, int at, int here, int size) {
    int type = chunk.getInt(at);
    var cards = sections.getLast().cards();
    if (type == NgBlock.CARD && cards.size() < MOST_CARDS) {
      cards.add(NgCard.parse(chunk, at, here == size ? size : 20));
    } else if (type == NgBlock.SIMPLE_PACKET) {
      leftOut++;
    } else if (NgBlock.packet(type)) {
      packet(chunk, at, size);
    }
  }

  private void packet(ByteBuffer chunk, int at, int size) {
    if (size < NgBlock.DATA + 4
        || size > NgBlock.LONGEST_PACKET
        || !NgBlock.fits(NgBlock.held(chunk, at), size)) {
      damage("a packet does not fit its block");
      return;
    }
    int card = NgBlock.card(chunk, at);
    var cards = sections.getLast().cards();
    if (card < 0 || card >= cards.size()) {
      damage("a packet is of a card that the file does not have");
    } else if (cards.get(card).link() != NgCard.ETHERNET) {
      leftOut++;
    } else if (offsets.count() == MOST) {
      trouble = "read up to its packet " + MOST;
    } else {
      offsets.add(scanned);
    }
  }

  private Section section(int index) {
    int low = 0;
    int high = sections.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (sections.get(middle).first() <= index) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return sections.get(low);
  }

  @Override
  public void read(long from, int most, LongToDoubleFunction time, List<Packet> out)
      throws IOException {
    int at = (int) (from - 1);
    int last = (int) Math.min(offsets.count(), at + (long) most);
    long start = offsets.at(at);
    int end = at + 1;
    while (end < last && after(end) - start <= CHUNK) {
      end++;
    }
    var bytes = SomeBytes.of(file, start, (int) Math.min(CHUNK, after(end - 1) - start));
    for (int i = at; i < end; i++) {
      out.add(packet(i, bytes, (int) (offsets.at(i) - start), time));
    }
  }

  private Packet packet(int index, ByteBuffer bytes, int at, LongToDoubleFunction time)
      throws IOException {
    var section = section(index);
    bytes.order(section.order());
    int size = at + NgBlock.DATA > bytes.limit() ? -1 : bytes.getInt(at + 4);
    if (size < NgBlock.DATA || size > bytes.limit() - at) {
      throw cut();
    }
    int held = NgBlock.held(bytes, at);
    if (!NgBlock.fits(held, size)) {
      throw cut();
    }
    long nanos = nanos(section, bytes, at);
    return new Packet(
        index + 1L,
        nanos,
        time.applyAsDouble(nanos),
        NgBlock.direction(bytes, at, size),
        NgBlock.wire(bytes, at),
        bytes.slice(at + NgBlock.DATA, held));
  }

  private static long nanos(Section section, ByteBuffer bytes, int at) throws IOException {
    int card = NgBlock.card(bytes, at);
    if (card < 0 || card >= section.cards().size()) {
      throw cut();
    }
    return section.cards().get(card).nanos(NgBlock.time(bytes, at));
  }

  private static IOException cut() {
    return new IOException("it was changed while being read");
  }

  @Override
  public long nanosOf(long number) throws IOException {
    int index = (int) (number - 1);
    var section = section(index);
    var bytes = SomeBytes.of(file, offsets.at(index), NgBlock.DATA).order(section.order());
    if (bytes.limit() < NgBlock.DATA) {
      throw cut();
    }
    return nanos(section, bytes, 0);
  }

  private long after(int index) {
    return index + 1 < offsets.count() ? offsets.at(index + 1) : scanned;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
