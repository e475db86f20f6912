// SPDX-License-Identifier: Apache-2.0
/// The sockets of a guest's network stack, read from outside while it goes on, and their other
/// halves on the host.
@NullMarked
package trilobite.runner.sockets;

import org.jspecify.annotations.NullMarked;
