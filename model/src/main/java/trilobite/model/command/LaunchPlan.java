// SPDX-License-Identifier: Apache-2.0
package trilobite.model.command;

import java.nio.file.Path;
import java.util.List;
import trilobite.model.run.Accelerator;
import trilobite.model.run.ForwardBinding;

/// What a command line needs beside the target: everything that differs from run to run.
///
/// @param qemu the binary
/// @param name guest name
/// @param projectFolder base of relative files
/// @param runFolder folder of the sockets and of `ram`; the preview shows it as `$RUN`
/// @param accelerator the one to use
/// @param forwards resolved, no port 0
/// @param trusted raw arguments are left out otherwise
public record LaunchPlan(
    String qemu,
    String name,
    Path projectFolder,
    Path runFolder,
    Accelerator accelerator,
    List<ForwardBinding> forwards,
    boolean trusted) {}
