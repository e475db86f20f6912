// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/// Standard output that remembers why it could not be written: a `PrintStream` keeps that to
/// itself, and an answer lost on a full disk would count as given.
public final class Outlet extends FilterOutputStream {

  /// Whoever reads has read enough, as in `| head -1`: nothing is lost that somebody wanted.
  private static final String ENOUGH = "Broken pipe";

  private volatile @Nullable IOException failure;

  /// @param to where standard output goes; written in larger pieces
  public Outlet(OutputStream to) {
    super(new BufferedOutputStream(to));
  }

  @Override
  public void write(int b) throws IOException {
    try {
      out.write(b);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /// Writes the rest, and says where the answer was lost.
  ///
  /// @param code the verb's own
  /// @return the program's exit code
  public int closed(PrintStream written, PrintStream err, int code) {
    written.flush();
    var lost = failure;
    if (lost == null || ENOUGH.equals(lost.getMessage())) {
      return code;
    }
    err.println("trilobite: the answer could not be written: " + lost.getMessage());
    return code == Exit.DONE ? Exit.NO : code;
  }
}
