// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.console.ConsoleLog;
import trilobite.runner.file.FileTrouble;

/// A console read from its run's folder: of a finished run, or of one that another process owns and
/// that grows meanwhile.
public final class RecordedConsole implements ConsoleLog {

  private static final Logger LOG = LoggerFactory.getLogger(RecordedConsole.class);

  private final ConsoleFolder folder;
  private final BooleanSupplier live;
  private @Nullable FileChannel bytes;
  private @Nullable FileChannel times;

  /// @param live tells whether more may come
  public RecordedConsole(Path runFolder, BooleanSupplier live) {
    this.folder = ConsoleFolder.in(runFolder);
    this.live = live;
  }

  @Override
  public long length() {
    try {
      return Files.size(folder.bytes());
    } catch (NoSuchFileException e) {
      // A run that ended before its console was connected has none.
      return 0;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public synchronized int read(long offset, byte[] into) {
    try {
      var buffer = ByteBuffer.wrap(into);
      while (buffer.hasRemaining() && bytes().read(buffer, offset + buffer.position()) > 0) {
        // Reads until the buffer is full or the file ends.
      }
      return buffer.position();
    } catch (ClosedChannelException e) {
      forget();
      return 0;
    } catch (NoSuchFileException e) {
      if (offset == 0) {
        return 0;
      }
      throw unreadable(e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private UncheckedIOException unreadable(IOException why) {
    return new UncheckedIOException(
        FileTrouble.shown(folder.bytes()) + ": " + FileTrouble.reason(why) + ".", why);
  }

  @Override
  public OptionalDouble timeAt(long offset) {
    return ask(() -> new TimesIndex(times()).timeAt(offset), OptionalDouble.empty());
  }

  @Override
  public long offsetAt(double t) {
    return ask(() -> new TimesIndex(times()).offsetAt(t, length()), 0L);
  }

  @Override
  public boolean live() {
    return live.getAsBoolean();
  }

  /// A reader that is interrupted closes the channel for everybody; the next question opens it
  /// again. Channels that nobody asks any more are closed by the collector.
  private void forget() {
    bytes = null;
    times = null;
  }

  /// Times that cannot be read are left out: the text is worth more.
  private synchronized <T> T ask(Question<T> question, T none) {
    try {
      return question.answer();
    } catch (ClosedChannelException e) {
      forget();
      return none;
    } catch (IOException e) {
      LOG.debug("times of the console of {} cannot be read", folder.bytes().getParent(), e);
      return none;
    }
  }

  private FileChannel bytes() throws IOException {
    if (bytes == null) {
      bytes = FileChannel.open(folder.bytes());
    }
    return bytes;
  }

  private FileChannel times() throws IOException {
    if (times == null) {
      times = FileChannel.open(folder.times());
    }
    return times;
  }

  @FunctionalInterface
  private interface Question<T> {
    T answer() throws IOException;
  }
}
