// SPDX-License-Identifier: Apache-2.0

/// Guests of libvirt's, on this machine or another.
@NullMarked
package trilobite.model.domain;

import org.jspecify.annotations.NullMarked;
