// SPDX-License-Identifier: Apache-2.0

/// What an image is: headers of all formats that QEMU boots, and what kernels say of themselves.
package trilobite.runner.identify;
