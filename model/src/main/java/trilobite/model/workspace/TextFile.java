// SPDX-License-Identifier: Apache-2.0
package trilobite.model.workspace;

import java.nio.file.Path;

/// A text file in the editor.
///
/// @param text with `\n` line ends
/// @param crlf true where the file uses CRLF, which a save keeps
/// @param charset `UTF-8`, or `ISO-8859-1` where the bytes are no UTF-8; a save keeps it
/// @param stamp identifies the content on disk, to notice changes by others
/// @param readonly true where it cannot be written, `why` says the reason
public record TextFile(
    Path path,
    String text,
    boolean crlf,
    String charset,
    String stamp,
    boolean readonly,
    String why) {}
