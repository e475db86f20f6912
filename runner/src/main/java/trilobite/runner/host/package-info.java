// SPDX-License-Identifier: Apache-2.0

/// Facts of this machine, from `/proc`.
package trilobite.runner.host;
