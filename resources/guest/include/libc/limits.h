// SPDX-License-Identifier: Apache-2.0
// The compiler's own limits.h says all; it asks for the system's next, which is this.
