// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.stack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import trilobite.runner.memory.GuestRam;

/// Writes a core file of threads: their registers as Linux's cores have them, and memory. Layout:
/// System V ABI, chapters 4 and 5; notes: fs/binfmt_elf.c of Linux.
final class CoreFile {

  private static final int HEADER = 64;
  private static final int SEGMENT = 56;
  private static final int NOTE = 12 + 8;
  private static final int PT_LOAD = 1;
  private static final int PT_NOTE = 4;
  private static final int PAGE = 4096;
  private static final int PIECE = 1 << 20;

  private CoreFile() {}

  /// Only this user can read it.
  static void write(Path file, List<Registers> threads, List<Segment> segments, GuestRam ram)
      throws IOException {
    var notes = notes(threads);
    long notesAt = HEADER + (long) SEGMENT * (segments.size() + 1);
    long dataAt = (notesAt + notes.limit() + PAGE - 1) / PAGE * PAGE;
    var head = ByteBuffer.allocate((int) notesAt).order(ByteOrder.LITTLE_ENDIAN);
    header(head, segments.size() + 1);
    segment(head, PT_NOTE, new Segment(0, 0, notes.limit()), notesAt);
    long at = dataAt;
    for (var each : segments) {
      segment(head, PT_LOAD, each, at);
      at += each.length();
    }
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mine)) {
      all(channel, head.flip(), 0);
      all(channel, notes, notesAt);
      long to = dataAt;
      for (var each : segments) {
        for (long done = 0; done < each.length(); done += PIECE) {
          int length = (int) Math.min(PIECE, each.length() - done);
          all(channel, ram.read(each.physical() + done, length), to + done);
        }
        to += each.length();
      }
    }
  }

  private static void all(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
    for (long to = at; bytes.hasRemaining(); ) {
      to += channel.write(bytes, to);
    }
  }

  private static void header(ByteBuffer head, int segments) {
    // ELF, 64 bits, little-endian, version 1; a core, for x86-64.
    head.putInt(0x464c457f).put((byte) 2).put((byte) 1).put((byte) 1).position(16);
    head.putShort((short) 4).putShort((short) 62).putInt(1);
    head.putLong(0).putLong(HEADER).putLong(0).putInt(0);
    head.putShort((short) HEADER).putShort((short) SEGMENT).putShort((short) segments);
    head.position(HEADER);
  }

  private static void segment(ByteBuffer head, int type, Segment segment, long offset) {
    head.putInt(type).putInt(7).putLong(offset);
    head.putLong(segment.virtual()).putLong(segment.physical());
    head.putLong(segment.length()).putLong(type == PT_NOTE ? 0 : segment.length());
    head.putLong(type == PT_NOTE ? 4 : PAGE);
  }

  /// One note a thread, which gdb knows by its place from 1.
  private static ByteBuffer notes(List<Registers> threads) {
    int status = threads.isEmpty() ? 0 : threads.getFirst().status(1).limit();
    var notes =
        ByteBuffer.allocate(threads.size() * (NOTE + status)).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < threads.size(); i++) {
      notes.putInt(5).putInt(status).putInt(1);
      notes.put("CORE\0\0\0\0".getBytes(StandardCharsets.US_ASCII));
      notes.put(threads.get(i).status(i + 1));
    }
    return notes.flip();
  }
}
