// SPDX-License-Identifier: Apache-2.0
#ifndef TIDE_START_H
#define TIDE_START_H

/* Finds and starts drivers and the network; runs in the main thread. */
void start_devices(void);

/* The application's. */
int main(int argc, char **argv);

#endif
