// SPDX-License-Identifier: Apache-2.0

/// The one door through which the application gets the ports that touch the machine.
package trilobite.runner;
